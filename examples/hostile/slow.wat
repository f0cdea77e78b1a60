;; Burns time in proportion to its argument and returns a number that depends on every step.
;;
;; One unit is 700 000 rounds of xorshift32 from seed 1, each of which waits for the one before: about
;; one millisecond of a 2020s server core, uninstrumented. `units` is read as unsigned.
(module
  (memory (export "memory") 1)
  (func (export "busy") (param $units i32) (result i32)
    (local $state i32) (local $rounds i32)
    (local.set $state (i32.const 1))
    (block $done
      (loop $unit
        (br_if $done (i32.eqz (local.get $units)))
        (local.set $units (i32.sub (local.get $units) (i32.const 1)))
        (local.set $rounds (i32.const 700000))
        (loop $round
          (local.set $state (i32.xor (local.get $state) (i32.shl (local.get $state) (i32.const 13))))
          (local.set $state (i32.xor (local.get $state) (i32.shr_u (local.get $state) (i32.const 17))))
          (local.set $state (i32.xor (local.get $state) (i32.shl (local.get $state) (i32.const 5))))
          (local.set $rounds (i32.sub (local.get $rounds) (i32.const 1)))
          (br_if $round (local.get $rounds)))
        (br $unit)))
    (local.get $state)))
