//! Multiplies two generated n×n matrices of f64 and returns the sum of the product's entries: the same
//! number, to the last bit, as `../assemblyscript/matmul.ts`.

const MAX_N: i32 = 1024;

/// Traps (unreachable) unless 1 <= n <= 1024.
#[no_mangle]
pub extern "C" fn matmul(n: i32) -> f64 {
    if n < 1 || n > MAX_N {
        core::arch::wasm32::unreachable();
    }
    let size = n as usize;
    let left = generate(n, |i, j| ((i * 37 + j * 17) % 101) as f64 / 101.0 - 0.5);
    let right = generate(n, |i, j| ((i * 13 + j * 53) % 103) as f64 / 103.0 - 0.5);
    let mut product = vec![0.0; size * size];

    // i-k-j order walks all three matrices along their rows, which caches like.
    for (product_row, left_row) in product.chunks_exact_mut(size).zip(left.chunks_exact(size)) {
        for (factor, right_row) in left_row.iter().zip(right.chunks_exact(size)) {
            for (cell, value) in product_row.iter_mut().zip(right_row) {
                *cell += factor * value;
            }
        }
    }
    // A plain loop rather than `iter().sum()`: the order and the starting value are part of the result.
    let mut sum = 0.0;
    for value in &product {
        sum += value;
    }
    sum
}

fn generate(n: i32, entry: impl Fn(i32, i32) -> f64) -> Vec<f64> {
    (0..n).flat_map(|i| (0..n).map(move |j| (i, j))).map(|(i, j)| entry(i, j)).collect()
}
