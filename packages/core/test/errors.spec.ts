import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { AileeError, errorCode, errorMessage, isAileeError, remoteText } from '../src/index.js'

test('an error carries its code, cause and hint', () => {
  const cause = new Error('below')
  const error = new AileeError('TASK_NOT_FOUND', 'no such task', { cause, hint: 'list them' })
  assert.instance(error, Error)
  assert.is(error.code, 'TASK_NOT_FOUND')
  assert.is(error.cause, cause)
  assert.is(error.hint, 'list them')
  assert.not('cause' in new AileeError('TASK_NOT_FOUND', 'no such task'), 'no cause, no property')
})

test('any thrown value has a code and a message', () => {
  const error = new AileeError('TASK_NOT_FOUND', 'no such task')
  assert.ok(isAileeError(error))
  assert.ok(isAileeError(error, 'TASK_NOT_FOUND'))
  assert.not(isAileeError(error, 'OTHER'))
  assert.not(isAileeError({ code: 'TASK_NOT_FOUND' }))
  assert.is(errorCode(error), 'TASK_NOT_FOUND')
  assert.is(errorCode(Object.assign(new Error('x'), { code: 'ENOENT' })), 'INTERNAL')
  assert.is(errorCode(undefined), 'INTERNAL')
  assert.is(errorMessage(error), 'no such task')
  assert.is(errorMessage('plain'), 'plain')
  assert.is(errorMessage(undefined), 'undefined')
})

test('remote text keeps what can be printed', () => {
  assert.is(remoteText('läuft — 好'), 'läuft — 好')
  assert.is(
    remoteText('line\n{"level":"error"}\r\u001b[2J\u009b0m\u007f\0'),
    'line�{"level":"error"}��[2J�0m��'
  )
  assert.is(remoteText('abcdef', 3), 'abc…')
  assert.is(remoteText('abc', 3), 'abc')
})

test('property: remote text is bounded and has no control characters', () => {
  const control = /\p{Cc}/u
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.integer({ min: 1, max: 50 }),
      (text, max) => {
        const shown = remoteText(text, max)
        assert.ok(shown.length <= max + 1)
        assert.not(control.test(shown))
      }
    )
  )
})

test.run()
