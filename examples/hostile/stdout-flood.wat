;; Writes a 64-byte line to standard output for ever and ignores every error it is told.
(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)
  ;; At 0 one iovec (address 16, length 64); at 8 the count of bytes written.
  (data (i32.const 0) "\10\00\00\00\40\00\00\00")
  (data (i32.const 16) "a flood of output, 64 bytes to a line, it never comes to an end\0a")
  (func (export "_start")
    (loop $again
      (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
      (br $again))))
