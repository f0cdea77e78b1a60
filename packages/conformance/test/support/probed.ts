import { type Must, type MustReport, probe } from '../../src/index.js'
import { FakeNode, type FakeNodeInit } from './fake/fake-node.js'
import { fakePatience } from './fake/times.js'

const network = 'local-fake'

/** Starts a fake, holds it against these requirements, or all of them, and stops it. */
export async function probed(
  init: Omit<FakeNodeInit, 'network'>,
  only?: readonly Must[]
): Promise<MustReport[]> {
  const node = await FakeNode.start({ network, ...init })
  const { networkKey } = init
  try {
    return await probe({
      target: node.address,
      network,
      patience: fakePatience,
      ...(only === undefined ? {} : { only }),
      ...(networkKey === undefined ? {} : { networkKey })
    })
  } finally {
    await node.stop()
  }
}

export function failures(reports: readonly MustReport[]): string[] {
  return reports.flatMap(({ must, status, detail }) => (status === 'fail' ? [`${must} ${detail}`] : []))
}
