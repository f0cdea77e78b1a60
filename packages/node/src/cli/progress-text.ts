import { remoteText } from '@ailee/core'
import type { TaskProvisional, TaskStatus } from '@ailee/protocol'
import { counted, shortId } from './terminal.js'

/** One line that says where a task stands. */
export function progressText(status: TaskStatus, provisional?: TaskProvisional): string {
  const { state, bids, workers, code, message } = status
  const bidText = counted(bids, 'bid')
  // The reason for the last setback stands until somebody takes the task, however often it is offered meanwhile.
  if (code !== '' && (state === 'QUEUED' || state === 'OFFERED')) {
    return `waiting: ${remoteText(message || code, 160)}`
  }
  switch (state) {
    case 'SUBMITTED':
    case 'QUEUED':
      return 'queued'
    case 'OFFERED':
      return `offered, ${bidText}`
    case 'ASSIGNED':
    case 'RUNNING':
      return `running on ${workers.map(shortId).join(', ')}, ${bidText}`
    case 'PROVISIONAL':
      return provisional === undefined ? 'verifying' : `provisional, ${finalText(provisional)}`
    default:
      return state.toLowerCase()
  }
}

/** When a provisional result is final. */
export function finalText({ finalByMs }: TaskProvisional): string {
  return `final by ${new Date(finalByMs).toISOString().slice(0, 19)}Z`
}
