#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The only file that sees the C library's mathematics: everything else stays free of platform imports.

#if canImport(Glibc)
  func exp(_ x: Double) -> Double { Glibc.exp(x) }
  func log(_ x: Double) -> Double { Glibc.log(x) }
  func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
  func log10(_ x: Double) -> Double { Glibc.log10(x) }
  func erfc(_ x: Double) -> Double { Glibc.erfc(x) }
  func pow(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }
#else
  func exp(_ x: Double) -> Double { Darwin.exp(x) }
  func log(_ x: Double) -> Double { Darwin.log(x) }
  func log1p(_ x: Double) -> Double { Darwin.log1p(x) }
  func log10(_ x: Double) -> Double { Darwin.log10(x) }
  func erfc(_ x: Double) -> Double { Darwin.erfc(x) }
  func pow(_ base: Double, _ exponent: Double) -> Double { Darwin.pow(base, exponent) }
#endif
