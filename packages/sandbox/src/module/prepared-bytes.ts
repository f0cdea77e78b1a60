import type { PreparedModule } from './prepare.js'

const LENGTH_BYTES = 4

/** A prepared module as bytes, to be kept or passed on: the length of a JSON text, the text, what is to be compiled. */
export function encodePrepared({ bytes, functions, ...rest }: PreparedModule): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify({ ...rest, functions: [...functions] }))
  const encoded = new Uint8Array(LENGTH_BYTES + text.length + bytes.length)
  new DataView(encoded.buffer).setUint32(0, text.length)
  encoded.set(text, LENGTH_BYTES)
  encoded.set(bytes, LENGTH_BYTES + text.length)
  return encoded
}

/** Reads what `encodePrepared` wrote; it is for bytes of one's own making and checks nothing. */
export function decodePrepared(encoded: Uint8Array): PreparedModule {
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.length)
  const codeAt = LENGTH_BYTES + view.getUint32(0)
  const { functions, ...rest } = JSON.parse(new TextDecoder().decode(encoded.subarray(LENGTH_BYTES, codeAt)))
  return { ...rest, functions: new Map(functions), bytes: new Uint8Array(encoded.subarray(codeAt)) }
}
