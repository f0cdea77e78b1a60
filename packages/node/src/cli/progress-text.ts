import { remoteText } from '@ailee/core'
import type { TaskStatus } from '@ailee/protocol'
import { shortId } from './terminal.js'

/** One line that says where a task stands. */
export function progressText(status: TaskStatus): string {
  const { state, bids, workers, code, message, attempts } = status
  const bidText = `${bids} ${bids === 1 ? 'bid' : 'bids'}`
  const why = code === '' ? '' : ` (${remoteText(message || code, 160)})`
  switch (state) {
    case 'SUBMITTED':
    case 'QUEUED':
      return attempts === 0 ? 'queued' : `queued again after ${attempts} auctions, ${bidText}${why}`
    case 'OFFERED':
      return `offered, ${bidText}`
    case 'ASSIGNED':
    case 'RUNNING':
      return `running on ${workers.map(shortId).join(', ')}, ${bidText}`
    case 'PROVISIONAL':
      return 'verifying'
    default:
      return state.toLowerCase()
  }
}
