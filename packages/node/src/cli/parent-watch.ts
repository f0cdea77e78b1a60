const POLL_MS = 500

/**
 * Calls `onGone` when the `npx` that started this program has ended: npm does not pass SIGTERM on, and a node that
 * nobody can find by its pid would stay behind. Programs started otherwise have parents that may come and go.
 */
export function watchNpxParent(onGone: () => void): void {
  if (process.env.npm_command !== 'exec') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onGone()
  }, POLL_MS)
  timer.unref()
}
