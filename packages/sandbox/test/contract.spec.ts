import { sandboxContract } from '@ailee/conformance/contracts'
import { test } from 'uvu'
import { contractSandbox } from './fixtures/contract-sandbox.js'

sandboxContract({
  test,
  async factory() {
    const sandbox = await contractSandbox()
    return { sandbox, dispose: () => sandbox.stop() }
  }
})

test.run()
