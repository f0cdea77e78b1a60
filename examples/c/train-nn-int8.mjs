/**
 * Trains the network of nn-int8.c and prints nn-int8-weights.h:
 *
 *   node examples/c/train-nn-int8.mjs > examples/c/nn-int8-weights.h
 *
 * The teacher is the font below, shifted, faded and speckled. Training uses only + - * / and square root,
 * which every JavaScript engine rounds alike, so the header comes out the same everywhere.
 */

const FONT = `
..####.. ...##... ..####.. ..####.. .....##. .######. ..####.. .######. ..####.. ..####..
.##..##. ..###... .##..##. .##..##. ....###. .##..... .##..##. .....##. .##..##. .##..##.
.##..##. .####... .....##. .....##. ...####. .##..... .##..... ....##.. .##..##. .##..##.
.##..##. ...##... ....##.. ...###.. ..##.##. .#####.. .#####.. ....##.. ..####.. ..#####.
.##..##. ...##... ...##... .....##. .##..##. .....##. .##..##. ...##... .##..##. .....##.
.##..##. ...##... ..##.... .....##. .####### .....##. .##..##. ...##... .##..##. .....##.
.##..##. ...##... .##..... .##..##. .....##. .##..##. .##..##. ..##.... .##..##. .##..##.
..####.. .######. .######. ..####.. .....##. ..####.. ..####.. ..##.... ..####.. ..####..
`

const SIDE = 8
const INPUTS = SIDE * SIDE
const HIDDEN = 32
const OUTPUTS = 10
const STEPS = 60_000
const CHECKS = 5_000

const glyphs = Array.from({ length: OUTPUTS }, (_, digit) =>
  FONT.trim()
    .split('\n')
    .map((line) => line.split(' ')[digit].slice(0, SIDE))
)

let seed = 2024
/** A fraction of 1 from a linear congruential generator: Math.random cannot be seeded. */
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return (seed >>> 8) / 2 ** 24
}

/** A distorted picture of the digit, as bytes. */
const draw = (digit) => {
  const down = Math.floor(random() * 3) - 1
  const right = Math.floor(random() * 3) - 1
  const ink = 150 + random() * 105
  return Uint8Array.from({ length: INPUTS }, (_, at) => {
    const row = Math.floor(at / SIDE) - down
    const column = (at % SIDE) - right
    const inked = glyphs[digit][row]?.[column] === '#'
    const noise = (random() - 0.5) * 60
    const speckle = random() < 0.03 ? 120 : 0
    return Math.max(0, Math.min(255, (inked ? ink - speckle : speckle) + noise))
  })
}

const layer = (inputs, outputs) => ({
  inputs,
  outputs,
  weights: Float64Array.from({ length: inputs * outputs }, () => (random() - 0.5) * Math.sqrt(12 / inputs)),
  biases: new Float64Array(outputs)
})

const forward = ({ inputs, outputs, weights, biases }, input) =>
  Float64Array.from({ length: outputs }, (_, o) => {
    let sum = biases[o]
    for (let i = 0; i < inputs; i++) sum += weights[o * inputs + i] * input[i]
    return sum
  })

const relu = (values) => values.map((value) => Math.max(0, value))
const scaleInput = (pixels) => Float64Array.from(pixels, (pixel) => (pixel >> 1) / 127)

/** Gradient descent on squared error: softmax would need exp, which engines may round differently. */
const learn = ({ inputs, outputs, weights, biases }, input, gradient, rate) => {
  const back = new Float64Array(inputs)
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) {
      back[i] += weights[o * inputs + i] * gradient[o]
      weights[o * inputs + i] -= rate * gradient[o] * input[i]
    }
    biases[o] -= rate * gradient[o]
  }
  return back
}

const first = layer(INPUTS, HIDDEN)
const second = layer(HIDDEN, OUTPUTS)
for (let step = 0; step < STEPS; step++) {
  const digit = step % OUTPUTS
  const rate = 0.02 * (1 - step / STEPS)
  const input = scaleInput(draw(digit))
  const hidden = relu(forward(first, input))
  const gradient = forward(second, hidden).map((score, o) => score - (o === digit ? 1 : 0))
  const back = learn(second, hidden, gradient, rate)
  learn(
    first,
    input,
    back.map((value, h) => (hidden[h] > 0 ? value : 0)),
    rate
  )
}

// Quantise: each layer's largest weight becomes 127, each layer's largest value seen becomes 127.
const samples = Array.from({ length: CHECKS }, (_, at) => ({
  digit: at % OUTPUTS,
  pixels: draw(at % OUTPUTS)
}))
let hiddenPeak = 0
let outputPeak = 0
for (const { pixels } of samples) {
  const hidden = relu(forward(first, scaleInput(pixels)))
  for (const value of hidden) hiddenPeak = Math.max(hiddenPeak, value)
  for (const value of forward(second, hidden)) outputPeak = Math.max(outputPeak, Math.abs(value))
}

const quantise = ({ weights, biases, ...shape }, inputScale, outputScale) => {
  const weightScale = weights.reduce((peak, weight) => Math.max(peak, Math.abs(weight)), 0) / 127
  return {
    ...shape,
    weights: Array.from(weights, (weight) => Math.round(weight / weightScale)),
    biases: Array.from(biases, (bias) => Math.round(bias / (weightScale * inputScale))),
    multiplier: Math.round(((weightScale * inputScale) / outputScale) * 2 ** 31)
  }
}
const quantised = [
  quantise(first, 1 / 127, hiddenPeak / 127),
  quantise(second, hiddenPeak / 127, outputPeak / 127)
]

const infer = (pixels) => {
  let values = Array.from(pixels, (pixel) => pixel >> 1)
  quantised.forEach(({ inputs, outputs, weights, biases, multiplier }, depth) => {
    const low = depth === 0 ? 0 : -128
    values = Array.from({ length: outputs }, (_, o) => {
      let sum = biases[o]
      for (let i = 0; i < inputs; i++) sum += weights[o * inputs + i] * values[i]
      const scaled = Number((BigInt(sum) * BigInt(multiplier) + (1n << 30n)) >> 31n)
      return Math.max(low, Math.min(127, scaled))
    })
  })
  return values.indexOf(Math.max(...values))
}
const right = samples.filter(({ digit, pixels }) => infer(pixels) === digit).length
console.error(`${right} of ${CHECKS} distorted digits recognised`)

const array = (type, name, values) => {
  const lines = []
  for (let at = 0; at < values.length; at += 16) lines.push(`  ${values.slice(at, at + 16).join(', ')},`)
  return `static const ${type} ${name}[${values.length}] = {\n${lines.join('\n')}\n};\n`
}
const [hidden, output] = quantised
console.log(`/* Printed by train-nn-int8.mjs. */
#ifndef NN_INT8_WEIGHTS_H
#define NN_INT8_WEIGHTS_H

#include <stdint.h>

enum { NN_INPUTS = ${INPUTS}, NN_HIDDEN = ${HIDDEN}, NN_OUTPUTS = ${OUTPUTS} };

/* Fixed point: the real factor times 2^31. */
#define NN_HIDDEN_MULTIPLIER ${hidden.multiplier}
#define NN_OUTPUT_MULTIPLIER ${output.multiplier}

${array('int8_t', 'nn_hidden_weights', hidden.weights)}
${array('int32_t', 'nn_hidden_biases', hidden.biases)}
${array('int8_t', 'nn_output_weights', output.weights)}
${array('int32_t', 'nn_output_biases', output.biases)}
#endif`)
