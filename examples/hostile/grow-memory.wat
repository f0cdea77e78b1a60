;; Takes a MiB at a time and touches it, until growth is refused; then traps.
;; Untouched pages cost the host nothing, so touching is what makes this one hostile.
(module
  (memory (export "memory") 1)
  (func $grow (export "grow")
    (local $pages i32) (local $address i32) (local $end i32)
    (loop $more
      (local.set $pages (memory.grow (i32.const 16)))
      (if (i32.eq (local.get $pages) (i32.const -1)) (then (unreachable)))
      (local.set $address (i32.shl (local.get $pages) (i32.const 16)))
      (local.set $end (i32.add (local.get $address) (i32.const 0x100000)))
      (loop $touch
        (i32.store (local.get $address) (i32.const 1))
        (local.set $address (i32.add (local.get $address) (i32.const 4096)))
        (br_if $touch (i32.lt_u (local.get $address) (local.get $end))))
      (br $more)))
  (func (export "_start")
    (call $grow)))
