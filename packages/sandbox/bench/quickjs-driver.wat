;; Makes a command of QuickJS: evaluates the script on standard input, writes its last value as a line on standard
;; output, or, if it throws, the error on standard error, and exits with 1.
(module
  (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (import "quickjs" "memory" (memory 0))
  (import "quickjs" "_initialize" (func $initialize))
  (import "quickjs" "qjs_init" (func $init (result i32)))
  (import "quickjs" "wasm_malloc" (func $malloc (param i32) (result i32)))
  (import "quickjs" "qjs_eval" (func $eval (param i32 i32 i32 i32) (result i32)))
  (import "quickjs" "qjs_is_exception" (func $isException (param i32) (result i32)))
  (import "quickjs" "qjs_get_exception" (func $getException (result i32)))
  (import "quickjs" "qjs_get_string" (func $getString (param i32) (result i32)))

  ;; Calls back to a host: there is none.
  (func (export "host_call") (param i32 i32 i32 i32 i32) (result i32) (i32.const 0))
  (func (export "host_interrupt") (result i32) (i32.const 0))
  (func (export "host_promise_rejection") (param i32 i32 i32))
  (func (export "host_module_normalize") (param i32 i32) (result i32) (i32.const 0))
  (func (export "host_module_load") (param i32 i32) (result i32) (i32.const 0))
  (func (export "host_get_timezone_offset") (param i32 i32) (result i32) (i32.const 0))

  ;; Length of the text up to its NUL.
  (func $length (param $text i32) (result i32)
    (local $end i32)
    (local.set $end (local.get $text))
    (block $done
      (loop $next
        (br_if $done (i32.eqz (i32.load8_u (local.get $end))))
        (local.set $end (i32.add (local.get $end) (i32.const 1)))
        (br $next)))
    (i32.sub (local.get $end) (local.get $text)))

  (func $put (param $file i32) (param $text i32) (param $length i32)
    (local $vector i32)
    (local.set $vector (call $malloc (i32.const 16)))
    (i32.store (local.get $vector) (local.get $text))
    (i32.store offset=4 (local.get $vector) (local.get $length))
    (drop (call $write (local.get $file) (local.get $vector) (i32.const 1)
      (i32.add (local.get $vector) (i32.const 8)))))

  (func (export "_start")
    (local $vector i32) (local $script i32) (local $length i32) (local $value i32) (local $file i32)
    (call $initialize)
    (if (call $init) (then (call $exit (i32.const 2))))
    (local.set $file (i32.const 1))
    (local.set $vector (call $malloc (i32.const 16)))
    (local.set $script (call $malloc (i32.const 262144)))
    (block $read
      (loop $more
        (i32.store (local.get $vector) (i32.add (local.get $script) (local.get $length)))
        (i32.store offset=4 (local.get $vector) (i32.sub (i32.const 262143) (local.get $length)))
        (br_if $read (call $read (i32.const 0) (local.get $vector) (i32.const 1)
          (i32.add (local.get $vector) (i32.const 8))))
        (br_if $read (i32.eqz (i32.load offset=8 (local.get $vector))))
        (local.set $length (i32.add (local.get $length) (i32.load offset=8 (local.get $vector))))
        (br $more)))
    (i32.store8 (i32.add (local.get $script) (local.get $length)) (i32.const 0))
    ;; The vector's first bytes serve as the script's name.
    (i32.store (local.get $vector) (i32.const 0x736a))
    (local.set $value
      (call $eval (local.get $script) (local.get $length) (local.get $vector) (i32.const 0)))
    (if (call $isException (local.get $value))
      (then
        (local.set $value (call $getException))
        (local.set $file (i32.const 2))))
    (local.set $value (call $getString (local.get $value)))
    (call $put (local.get $file) (local.get $value) (call $length (local.get $value)))
    (i32.store (local.get $vector) (i32.const 10))
    (call $put (local.get $file) (local.get $vector) (i32.const 1))
    (if (i32.eq (local.get $file) (i32.const 2)) (then (call $exit (i32.const 1))))))
