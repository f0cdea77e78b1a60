/** Lots that are opened, in tasks. Few sizes, so that their base rates are solved for exactly. */
export const LOT_SIZES: readonly number[] = [1000, 2000, 5000, 10_000, 20_000, 50_000]
