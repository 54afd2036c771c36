/// The decision about one tested cell: the first status that fits.
struct ScanVerdict {
  let status: ScanStatus
  let watchReason: WatchReason?

  init(_ cell: ScanCell, options: ScanOptions, currentPeriods: Int) {
    let (first, second) = (cell.first, cell.second)
    let appliesPersistence = options.needsPersistence && options.shape == .step && currentPeriods >= 3
    let isPersistent = !appliesPersistence || (first.isPersistent && second.isPersistent)
    let isProven =
      first.isWrong && second.isWrong && first.isLarge && second.isLarge && cell.q <= options.level
    let firstAlone = first.isWrong && first.isLarge && first.p <= options.signalLevel
    let secondAlone = second.isWrong && second.isLarge && second.p <= options.signalLevel
    switch true {
    case !cell.isEligible: (status, watchReason) = (.insufficient, nil)
    case isProven && isPersistent: (status, watchReason) = (.compound, nil)
    case isProven: (status, watchReason) = (.watch, .onePeriod)
    case firstAlone && secondAlone: (status, watchReason) = (.watch, .notProven)
    case firstAlone: (status, watchReason) = (.firstOnly, nil)
    case secondAlone: (status, watchReason) = (.secondOnly, nil)
    default: (status, watchReason) = (.clear, nil)
    }
  }
}
