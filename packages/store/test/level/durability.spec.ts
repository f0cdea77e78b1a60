import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { text } from '../support/assertions.js'
import { Child } from '../support/child.js'
import { withLevelStore } from '../support/level.js'
import { withTempFolder } from '../support/temp-folder.js'

test('after SIGKILL every acknowledged commit is there, round after round', () =>
  withTempFolder(async (path) => {
    for (let round = 1; round <= 3; round += 1) {
      const child = new Child('commit-until-killed', path)
      const acknowledged: string[] = []
      try {
        while (acknowledged.length < 300 * round) acknowledged.push(await child.line())
      } finally {
        await child.kill()
      }
      // What the child printed before it died and this process had not read yet counts as well.
      for await (const line of child.lines) if (line.startsWith('tasks/')) acknowledged.push(line)
      // The last line may be cut off.
      const cut = acknowledged.pop() ?? ''
      await withLevelStore(path, async (store) => {
        for (const key of acknowledged) {
          assert.is(text((await store.get(key))?.value), key.repeat(20), `${key} after ${cut}`)
        }
      })
    }
  }))

test.run()
