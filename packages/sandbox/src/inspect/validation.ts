import { ModuleRefusal } from '../module/refusal.js'

/**
 * Why the host's WebAssembly does not take a module; undefined = it does. Offsets are those of the original where it
 * has the fault itself. Nothing is compiled that is valid.
 */
export function validationError(
  original: Uint8Array,
  instrumented: Uint8Array<ArrayBuffer>
): ModuleRefusal | undefined {
  if (WebAssembly.validate(instrumented)) return undefined
  const copy = original.slice()
  const bytes = WebAssembly.validate(copy) ? instrumented : copy
  try {
    new WebAssembly.Module(bytes)
    return undefined
  } catch (error) {
    const reason = String((error as Error).message).replace(/^WebAssembly\.Module\(\): /, '')
    return new ModuleRefusal('MODULE_INVALID', `the module does not validate: ${reason}`)
  }
}
