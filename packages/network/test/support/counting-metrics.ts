import type { Labels, MetricsRegister } from '@ailee/core'

/** A register that keeps counters in memory. */
export class CountingMetrics implements MetricsRegister {
  readonly #counts = new Map<string, number>()

  counter({ name }: { name: string }): { inc(labels?: Labels, value?: number): void } {
    return {
      inc: (labels = {}, value = 1) => {
        const key = keyOf(name, labels)
        this.#counts.set(key, (this.#counts.get(key) ?? 0) + value)
      }
    }
  }

  gauge(): { set(): void } {
    return { set() {} }
  }

  histogram(): { observe(): void } {
    return { observe() {} }
  }

  get(name: string, labels: Labels = {}): number {
    return this.#counts.get(keyOf(name, labels)) ?? 0
  }

  rejected(code: string): number {
    return this.get('ailee_network_rejected_total', { code })
  }
}

function keyOf(name: string, labels: Labels): string {
  return `${name}${JSON.stringify(Object.entries(labels).sort())}`
}
