/// The chance that a customer stays quiet this long if nothing changed: (span/(span + quiet))^(contacts - 1).
///
/// The predictive probability of exponential gaps between contacts.
///
/// - Parameters:
///   - contacts: the customer's contacts, at least 3.
///   - span: days from the first to the last contact; less than a day counts as one.
///   - quiet: days since the last contact.
/// - Returns: NaN for fewer than 3 contacts or a negative quiet time.
public func customerSilence(contacts: Int, span: Double, quiet: Double) -> Double {
  guard contacts >= 3, quiet >= 0 else { return .nan }
  let active = max(1, span)
  return pow(active / (active + quiet), Double(contacts - 1))
}
