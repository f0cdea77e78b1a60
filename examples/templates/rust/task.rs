//! Makes ASCII letters capital, in two ways: all at once as a function of bytes, and in pieces within the fuel.

mod ailee;

const PIECE_BYTES: usize = 4096;
/// More than a piece takes.
const PIECE_FUEL: i64 = 200_000;

/// A function of bytes: gets all of the input, returns all of the output.
#[no_mangle]
pub extern "C" fn run(pointer: *mut u8, length: usize) -> u64 {
    let mut bytes = unsafe { ailee::input_bytes(pointer, length) };
    bytes.make_ascii_uppercase();
    ailee::log(&format!("{} bytes", length));
    ailee::output_bytes(bytes)
}

/// Reads and writes for itself, and stops in good time when the fuel runs low.
#[no_mangle]
pub extern "C" fn stream() {
    let size = ailee::input_size();
    let mut piece = [0; PIECE_BYTES];
    let mut done = 0;
    while done < size && ailee::fuel_left() > PIECE_FUEL {
        let length = ailee::input_read(&mut piece, done);
        piece[..length].make_ascii_uppercase();
        ailee::output_write(&piece[..length]);
        done += length;
    }
    ailee::log(&format!("{} of {} bytes", done, size));
}
