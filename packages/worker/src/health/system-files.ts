import { open, opendir } from 'node:fs/promises'

/** Where sensors are read; Linux's `/sys`, or a test's. */
export interface SystemFiles {
  /** First line of a small file, without blanks around it; undefined where it cannot be read. */
  read(path: string): Promise<string | undefined>
  /** Names in a folder, sorted; none where it cannot be listed. */
  list(path: string): Promise<string[]>
}

/** What is read of one file, and of one folder. */
const MAX_FILE_BYTES = 256
const MAX_ENTRIES = 256

/** Files of this machine. Nothing here fails: a sensor that cannot be read is one that is not there. */
export const systemFiles: SystemFiles = {
  async read(path) {
    try {
      const file = await open(path, 'r')
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_FILE_BYTES), 0, MAX_FILE_BYTES, 0)
        return buffer.toString('utf8', 0, bytesRead).split('\n', 1)[0]?.trim()
      } finally {
        await file.close()
      }
    } catch {
      return undefined
    }
  },
  async list(path) {
    const names: string[] = []
    try {
      // Iterating to the end or leaving early both close the folder.
      for await (const { name } of await opendir(path)) {
        names.push(name)
        if (names.length === MAX_ENTRIES) break
      }
    } catch {
      return []
    }
    return names.sort()
  }
}

/** A file's number; undefined where there is none. */
export async function readNumber(files: SystemFiles, path: string): Promise<number | undefined> {
  const text = await files.read(path)
  if (text === undefined || !/^-?\d+$/.test(text)) return undefined
  return Number(text)
}
