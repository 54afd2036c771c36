/// How much more often a word is said here than elsewhere.
///
/// The log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi, Quinn 2008). A document counts a word once,
/// so one verbose author cannot dominate. NaN for a word that is nowhere, and where a side has no words.
public struct WordKeyness: Sendable, Hashable {
  /// The log-odds ratio; above 0 where the word is said more often here.
  public let logOdds: Double
  /// The same in standard errors; worth showing from 2 on.
  public let z: Double

  /// The weight of the prior: the words of the whole corpus as if seen 500 times.
  public static let defaultPrior = 500.0

  /// The keyness of one word.
  ///
  /// - Parameters:
  ///   - here: documents with the word, and the sum of those counts over all words, in the cell.
  ///   - elsewhere: the same in the rest.
  ///   - prior: the sum of the prior counts.
  public init(
    here: (documents: Double, total: Double), elsewhere: (documents: Double, total: Double),
    prior: Double = defaultPrior
  ) {
    guard here.total > 0, elsewhere.total > 0, here.documents + elsewhere.documents > 0 else {
      (logOdds, z) = (.nan, .nan)
      return
    }
    let own = prior * (here.documents + elsewhere.documents) / (here.total + elsewhere.total)
    let (near, far) = (here.documents + own, elsewhere.documents + own)
    logOdds = log(near / (here.total + prior - near)) - log(far / (elsewhere.total + prior - far))
    z = logOdds / (1 / near + 1 / far).squareRoot()
  }
}
