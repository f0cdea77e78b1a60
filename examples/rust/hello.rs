//! The greeting of `../c/hello.c`, in Rust: a WASI command that uses an argument and an environment variable.
//!
//! * `argv[1]`: whom to greet (default "world")
//! * `GREETING`: how to greet (default "Hello")

use std::env;

fn main() {
    let name = env::args().nth(1).unwrap_or_else(|| "world".to_string());
    let greeting = env::var("GREETING").unwrap_or_else(|_| "Hello".to_string());
    println!("{}, {}!", greeting, name);
}
