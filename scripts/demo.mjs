/**
 * `npm run demo`: sets up what is missing, starts a local testnet of three processes (a coordinator and two
 * workers), has three tasks run by it, checks their receipts and takes everything down again.
 */
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setup } from './setup.mjs'
import { nodeProgram, program, root } from './workspace.mjs'

const modules = join(root, 'examples/modules')

const tasks = [
  { title: 'WASI hello (C)', module: 'hello.wasm', args: ['--arg', 'Ambient AI'] },
  {
    title: 'prime count below 10 000 000 (AssemblyScript)',
    module: 'primes.wasm',
    args: ['--function', 'countPrimes', '--arg', '10000000']
  },
  {
    title: 'matrix product 256 × 256 (Rust), two workers must agree',
    module: 'matmul-rust.wasm',
    args: ['--function', 'matmul', '--arg', '256', '--replicas', '2']
  }
]

/** Runs `ailee-node` to its end and gives what it printed. */
function ailee(...args) {
  return new Promise((resolve, reject) => {
    execFile(nodeProgram(), [program, ...args], { maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`ailee-node ${args[0]} ended with code ${error.code}: ${stderr.trim()}`))
      else resolve(stdout)
    })
  })
}

/** Starts the testnet and resolves once all nodes have joined. */
async function startTestnet(folder) {
  const args = [program, 'testnet', '--nodes', '3', '--json', '--folder', join(folder, 'nodes')]
  const child = spawn(nodeProgram(), args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(-4000)
  })
  const closed = new Promise((resolve) => child.once('close', resolve))
  const ready = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)))
    closed.then((code) => reject(new Error(`the testnet ended with code ${code}: ${errors}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    return closed
  }
  return { nodes: ready.nodes, stop }
}

async function runTask({ title, module, args }, coordinator, nodes, folder) {
  const path = join(modules, module)
  const receipt = join(folder, `${module}.receipt.json`)
  const common = ['--coordinator', coordinator, '--data-dir', join(folder, 'client')]
  const submitted = await ailee('submit', path, ...args, ...common, '--receipt', receipt, '--json')
  const result = JSON.parse(submitted)
  const verified = JSON.parse(await ailee('verify', receipt, '--module', path, '--json'))
  if (result.state !== 'COMPLETED' || !verified.valid) throw new Error(`${title} went wrong: ${submitted}`)
  const { verdict } = result
  const name = nodes.find(({ peerId }) => peerId === result.worker)?.name ?? result.worker
  console.log(`\n${title}`)
  console.log(`  winner    ${name} (${result.worker})`)
  console.log(`  bids      ${result.bids}`)
  console.log(`  output    ${Buffer.from(result.stdout, 'base64').toString().trimEnd()}`)
  console.log(
    `  time      ${result.durationMs} ms${result.fuelUsed === null ? '' : `, fuel ${result.fuelUsed}`}`
  )
  console.log(`  verdict   ${verdict.method}, ${verdict.votes} of ${verdict.replicas} executions agree`)
  console.log(`  receipt   verified: ${verified.checks.map((check) => check.name).join(', ')}`)
}

try {
  await setup()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const folder = await mkdtemp(join(tmpdir(), 'ailee-demo-'))
let testnet
let failed = false
try {
  console.log('starting a coordinator and two workers, each a process of its own …')
  testnet = await startTestnet(folder)
  for (const { name, pid, peerId, multiaddrs } of testnet.nodes) {
    console.log(`  ${name.padEnd(14)} pid ${pid}  ${peerId}  ${multiaddrs[0].split('/p2p/')[0]}`)
  }
  for (const task of tasks) await runTask(task, testnet.nodes[0].multiaddrs[0], testnet.nodes, folder)
} catch (error) {
  failed = true
  console.error(error.message)
} finally {
  const code = await testnet?.stop()
  if (code !== undefined && code !== 0) failed = true
  await rm(folder, { recursive: true, force: true })
}
console.log(failed ? '\nthe demo failed' : '\nall processes stopped; every receipt was verified')
process.exit(failed ? 1 : 0)
