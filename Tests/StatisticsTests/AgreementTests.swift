import Statistics
import Testing

@Suite struct AgreementTests {
  /// 50 things: 20 + 15 agree; by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5 would; kappa (0.7 − 0.5) / 0.5.
  @Test func `is what is beyond chance`() {
    let found = Agreement([[20, 5], [10, 15]])
    #expect(found.total == 50)
    #expect(found.share.estimate == 0.7)
    #expect(abs(found.kappa - 0.4) < 1e-12)
    // Wilson: (0.7 + 1.96²/100 ± 1.96 √(0.21/50 + 1.96²/10000)) / (1 + 1.96²/50)
    #expect(abs(found.share.low - 0.562496) < 1e-5 && abs(found.share.high - 0.808964) < 1e-5)
  }

  @Test func `can be worse than chance, and is undefined where chance gives all`() {
    #expect(abs(Agreement([[0, 10], [10, 0]]).kappa - -1) < 1e-12)
    #expect(Agreement([[7, 0, 0], [0, 0, 0], [0, 0, 0]]).kappa.isNaN)
    #expect(Agreement([[0, 0], [0, 0]]).kappa.isNaN)
    #expect(Agreement([[0, 0], [0, 0]]).total == 0)
  }
}
