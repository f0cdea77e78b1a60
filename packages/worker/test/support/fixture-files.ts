import type { SystemFiles } from '../../src/health/system-files.js'

/** A tree of files in memory, by path; folders are what the paths say. It can be changed while it is read. */
export class FixtureFiles implements SystemFiles {
  readonly files: Map<string, string>

  constructor(files: Record<string, string>) {
    this.files = new Map(Object.entries(files))
  }

  async read(path: string): Promise<string | undefined> {
    return this.files.get(path)
  }

  async list(path: string): Promise<string[]> {
    const inside = [...this.files.keys()].filter((file) => file.startsWith(`${path}/`))
    return [...new Set(inside.map((file) => file.slice(path.length + 1).split('/', 1)[0] ?? ''))].sort()
  }
}
