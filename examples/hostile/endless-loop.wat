;; Never returns, with no call and no growth on the way: only fuel or a kill ends it.
(module
  (memory (export "memory") 1)
  (func $spin (export "spin")
    (loop $again (br $again)))
  (func (export "_start")
    (call $spin)))
