import { spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '@ailee/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ChildProcess, type ChildTask } from '../../src/pool/child-process.js'
import { inheritedDescriptors } from '../../src/pool/descriptors.js'
import { inspectIsolation } from '../../src/pool/isolation.js'
import { childArguments, type Launcher, launchers } from '../../src/pool/launcher.js'
import { findTools } from '../../src/pool/tools.js'
import { type IntruderTargets, intruderScript } from '../fixtures/intruder.js'

const test = suite('escape')
const inherited = await inheritedDescriptors()
const launch = (launcher: Launcher, program?: readonly string[]) =>
  ChildProcess.launch({
    launcher,
    clock: systemClock,
    cpuSeconds: 0,
    inherited,
    ...(program === undefined ? {} : { program })
  })

/** The strongest way to start a child, if it is `full` here; else why not. */
async function findFull(): Promise<Launcher | string> {
  if (process.platform !== 'linux') return 'this is no Linux'
  const [launcher] = launchers(await findTools(), 2 ** 30)
  if (launcher === undefined) return 'there is no way to start a child'
  try {
    const { child, forbidden } = await launch(launcher)
    const { level, missing } = await inspectIsolation(child.pid, forbidden)
    child.kill()
    await child.exited
    return level === 'full' ? launcher : missing.join(', ')
  } catch (error) {
    return String(error)
  }
}

const task: ChildTask = {
  header: {
    moduleKey: 'a/1',
    moduleHash: 'a',
    function: '',
    args: [],
    env: [],
    stdinLength: 0,
    files: [],
    memoryBytes: 0,
    fuel: '0',
    wallTimeMs: 10_000,
    outputBytes: 100_000,
    stderrBytes: 1_000,
    seed: '',
    clockMs: 0,
    hashMemory: false,
    measureDepth: false
  },
  module: async () => ({ isPrepared: false, bytes: new Uint8Array(1), instrumentMs: 0 }),
  input: new Uint8Array(0)
}

interface IntruderReport {
  outcomes: Record<string, string>
  env: Record<string, string>
  /** Where it listens, in its own network. */
  port: number | undefined
  inspector: string
  open: number[]
}

const packageFolder = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
const full = await findFull()
if (typeof full === 'string') {
  console.log(`skipped: escapes from a fully isolated child: not full here: ${full}`)
  test.skip('a child that has been taken over reaches nothing')
} else {
  const launcher = full
  const openFolder = mkdtempSync(join(tmpdir(), 'escape-'))
  const abstractSocket = `\0${openFolder}`
  const servers: Server[] = []
  let connections = 0
  const udp = createSocket('udp4')

  async function listen(where: object): Promise<Server> {
    const server = createServer((socket) => {
      connections++
      socket.destroy()
    })
    servers.push(server.listen(where))
    await once(server, 'listening')
    return server
  }

  async function targets(siblingPid: number): Promise<IntruderTargets> {
    const socketFile = join(openFolder, 'socket')
    const { port } = (await listen({ port: 0, host: '127.0.0.1' })).address() as { port: number }
    await listen({ path: socketFile })
    await listen({ path: abstractSocket })
    udp.on('message', () => connections++).bind(0, '127.0.0.1')
    await once(udp, 'listening')
    for (const path of [openFolder, socketFile]) chmodSync(path, 0o777)
    const udpPort = udp.address().port
    return {
      parentPid: process.pid,
      siblingPid,
      tcpPort: port,
      udpPort,
      socketFile,
      abstractSocket,
      openFolder,
      packageFolder
    }
  }

  test.after(() => {
    for (const server of servers) server.close()
    udp.close()
    rmSync(openFolder, { recursive: true })
  })

  test('a child that has been taken over reaches nothing', async () => {
    const { child: sibling } = await launch(launcher)
    const where = JSON.stringify(await targets(sibling.pid))
    const { child } = await launch(launcher, childArguments(launcher, ['-e', intruderScript, where]))
    try {
      const ending = await child.run(task)
      if ('died' in ending) throw new Error(ending.died)
      const seen = JSON.parse(new TextDecoder().decode(ending.report.output)) as IntruderReport
      const named = (...codes: string[]): string[] =>
        Object.keys(seen.outcomes).filter((name) => codes.includes(seen.outcomes[name] ?? ''))
      assert.equal(named('done'), [])
      assert.equal(named('EvalError'), ['eval', 'make a function', 'make an async function'])
      assert.equal(named('EPERM', 'ERR_SYSTEM_ERROR'), [
        'signal the parent',
        'signal another child',
        'slow the parent down',
        'become root',
        'join root’s group',
        'join groups'
      ])
      assert.ok(named('ERR_ACCESS_DENIED').length >= 20, named('ERR_ACCESS_DENIED').join())
      assert.equal(seen.env, {})
      assert.is(seen.inspector, '')
      assert.is(connections, 0)
      assert.equal(readdirSync(openFolder), ['socket'])
      await assertUnreachable(seen.port ?? 0)
      assert.ok(sibling.alive)
      assertNothingShared(child.pid, seen.open)
    } finally {
      for (const one of [child, sibling]) {
        one.kill()
        await one.exited
      }
    }
  })

  async function assertUnreachable(port: number): Promise<void> {
    const [error] = await once(connect({ port, host: '127.0.0.1' }), 'error')
    assert.is((error as { code?: string }).code, 'ECONNREFUSED')
  }

  /** Its listener is all there is in its network, and none of its descriptors is one of this process. */
  function assertNothingShared(pid: number, open: readonly number[]): void {
    const listeners = readFileSync(`/proc/${pid}/net/tcp6`, 'utf8').match(/ 0A /g) ?? []
    assert.is(listeners.length, 1)
    assert.not.match(readFileSync(`/proc/${pid}/net/tcp`, 'utf8'), / 0A /)
    const links = (of: number | 'self'): string[] =>
      readdirSync(`/proc/${of}/fd`).flatMap((fd) => {
        try {
          return [readlinkSync(`/proc/${of}/fd/${fd}`)]
        } catch {
          return []
        }
      })
    const own = new Set(
      links('self').filter((link) => /^(socket|pipe|\/)/.test(link) && link !== '/dev/null')
    )
    assert.equal(
      links(pid).filter((link) => own.has(link)),
      []
    )
    assert.ok(open.length < 60, `${open.length} descriptors`)
    assert.match(readFileSync(`/proc/${pid}/limits`, 'utf8'), /^Max core file size\s+0\s+0\s/m)
  }

  /** What a child could do that has left JavaScript and runs any program: Node's own layer is not there. */
  function outside(command: string): { status: number | null; text: string } {
    const [first = '', ...rest] = launcher.prefix(0)
    const { status, stdout, stderr } = spawnSync(first, [...rest, '/bin/sh', '-c', command], {
      cwd: '/',
      env: {},
      encoding: 'utf8'
    })
    return { status, text: `${stdout}${stderr}`.trim() }
  }

  test('the system’s layers hold without Node’s', () => {
    const seen = outside('id -u; ls /').text.split('\n')
    assert.ok(Number(seen[0]) >= 0x7000_0000, seen[0])
    const [, first] = packageFolder.split('/')
    const expected = ['bin', 'lib', 'lib64', 'sbin', 'usr', first, process.execPath.split('/')[1]]
    assert.equal(
      seen.slice(1).filter((name) => !expected.includes(name)),
      []
    )
    assert.is(outside(`test -r ${packageFolder}/package.json`).status, 0)
    const refused = [
      'cat /etc/passwd',
      `cat /proc/${process.pid}/environ`,
      `cat /proc/1/status`,
      `ls ${openFolder}`,
      `echo x > ${packageFolder}/written`,
      'echo x > /written',
      'mkdir /folder',
      'echo x > /usr/written',
      `kill -0 ${process.pid}`,
      'kill -0 1',
      'mount -t tmpfs none /usr',
      'unshare --user true && unshare --user --map-root-user mount -t proc none /usr',
      'chroot / true'
    ]
    for (const command of refused) assert.is.not(outside(command).status, 0, command)
    assert.not(existsSync(join(packageFolder, 'written')))
  })

  const perl = '/usr/bin/perl'
  if (process.arch === 'x64' && existsSync(perl)) {
    test('no process outside can be traced', () => {
      // ptrace(PTRACE_ATTACH): system call 101, request 16. EPERM is 1.
      const script = `print syscall(101, 16, ${process.pid}, 0, 0), " ", $!+0`
      const attach = `echo '${script}' | ${perl}`
      assert.is(outside(attach).text, '-1 1')
    })
  } else {
    console.log('skipped: ptrace from inside: no perl on x64 here')
    test.skip('no process outside can be traced')
  }

  test('what a weaker way leaves out is named', async () => {
    const ways = launchers(await findTools(), 2 ** 30)
    const words: Record<string, string[]> = {
      'own user,own network,own root,resource limits': [],
      'own user,own network,resource limits': ['a root folder of its own'],
      'nobody,own network,resource limits': ['a user of its own', 'a root folder of its own'],
      'own user,resource limits': [
        'a network namespace of its own',
        'an empty network',
        'a root folder of its own'
      ],
      'no new privileges,resource limits': [
        'a user of its own',
        'no privileges',
        'a network namespace of its own',
        'an empty network',
        'a root folder of its own'
      ]
    }
    let compared = 0
    for (const way of ways) {
      const expected = words[way.adds.join()]
      if (expected === undefined) continue
      const { child, forbidden } = await launch(way)
      const { level, missing } = await inspectIsolation(child.pid, forbidden)
      child.kill()
      await child.exited
      assert.equal([level, missing], [expected.length === 0 ? 'full' : 'reduced', expected], way.adds.join())
      compared++
    }
    assert.is(compared, 5)
  })
}

test.run()
