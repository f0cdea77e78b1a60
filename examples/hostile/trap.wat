;; Traps at once, both as a command and as a function.
(module
  (memory (export "memory") 1)
  (func $trap (export "trap")
    (unreachable))
  (func (export "_start")
    (call $trap)))
