//! The host module `ailee` and the convention of bytes, for Rust. Copy it beside your task.
#![allow(dead_code)]

mod host {
    #[link(wasm_import_module = "ailee")]
    extern "C" {
        pub fn input_size() -> usize;
        pub fn input_read(pointer: *mut u8, length: usize, offset: usize) -> usize;
        pub fn output_write(pointer: *const u8, length: usize);
        pub fn log(pointer: *const u8, length: usize);
        pub fn fuel_left() -> i64;
    }
}

/// Bytes of input.
pub fn input_size() -> usize {
    unsafe { host::input_size() }
}

/// Fills `target` with input from `offset` on, and returns how many bytes there were.
pub fn input_read(target: &mut [u8], offset: usize) -> usize {
    unsafe { host::input_read(target.as_mut_ptr(), target.len(), offset) }
}

/// Appends to the output.
pub fn output_write(bytes: &[u8]) {
    unsafe { host::output_write(bytes.as_ptr(), bytes.len()) }
}

/// Writes a line to standard error.
pub fn log(text: &str) {
    unsafe { host::log(text.as_ptr(), text.len()) }
}

/// Fuel that is left: the same on every machine.
pub fn fuel_left() -> i64 {
    unsafe { host::fuel_left() }
}

/// Makes room for the input of a function of bytes.
#[no_mangle]
pub extern "C" fn alloc(size: usize) -> *mut u8 {
    Box::leak(vec![0; size].into_boxed_slice()).as_mut_ptr()
}

/// The input that such a function was given.
///
/// # Safety
/// Only once for each call of `alloc`, with its pointer and size.
pub unsafe fn input_bytes(pointer: *mut u8, length: usize) -> Vec<u8> {
    Vec::from_raw_parts(pointer, length, length)
}

/// What such a function returns for these bytes.
pub fn output_bytes(bytes: Vec<u8>) -> u64 {
    let bytes = Box::leak(bytes.into_boxed_slice());
    (bytes.as_ptr() as u64) << 32 | bytes.len() as u64
}
