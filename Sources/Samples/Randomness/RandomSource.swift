/// Random numbers that are the same on every machine: xoshiro256** (Blackman, Vigna 2018).
///
/// Only integer operations and the four exact ones of IEEE 754 are used, so neither the C library nor the
/// processor has a say in what comes out.
struct RandomSource {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// The generator in a given state; not all four words may be zero.
  init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (s0, s1, s2, s3) = state
  }

  /// The generator for one purpose: the streams of one seed do not depend on each other.
  init(seed: UInt64, stream: UInt64) {
    var purpose = SplitMix64(seed: stream)
    var mixer = SplitMix64(seed: seed ^ purpose.next())
    self.init(state: (mixer.next(), mixer.next(), mixer.next(), mixer.next()))
  }

  mutating func next() -> UInt64 {
    let scrambled = s1 &* 5
    let result = ((scrambled << 7) | (scrambled >> 57)) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }

  /// A number from 0 up to, but not including, a bound; its bias is below the bound divided by 2^64.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  /// A number of the open interval from 0 to 1.
  mutating func uniform() -> Double {
    (Double(next() >> 11) + 0.5) * 0x1p-53
  }

  mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

  /// A standard normal number.
  mutating func normal() -> Double { normalQuantile(uniform()) }
}
