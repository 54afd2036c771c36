import Statistics
import Testing

@Suite struct ScanTests {
  @Test func plantedFailureComesFirst() throws {
    let result = jointScan(sampleInput())
    let failure = try #require(result.cells(.compound).first)
    #expect(failure.index == 0)
    #expect(failure.rank == 1)
    #expect(failure.since == 16)
    #expect(failure.first.effect > 1.5 && failure.second.effect < -0.2)
    #expect(result.isRelative)
    #expect(result.eligibleCells == 12)
  }

  @Test func undisturbedCellsAreNotFlagged() {
    let result = jointScan(sampleInput(failing: []))
    #expect(result.cells(.compound).isEmpty)
    #expect(result.cells(.watch).isEmpty)
  }

  @Test func mirroredSignalsGiveMirroredEffects() {
    var mirrored = sampleInput()
    guard case .mean(var sentiment) = mirrored.second else { return }
    for cell in 0..<sentiment.sums.cells {
      for period in 0..<sentiment.sums.periods { sentiment.sums[cell, period] *= -1 }
    }
    sentiment.bad = .up
    mirrored.second = .mean(sentiment)
    let options = absoluteOptions
    let (usual, opposite) = (
      jointScan(sampleInput(), options: options), jointScan(mirrored, options: options)
    )
    for (cell, other) in zip(usual.cells, opposite.cells) {
      #expect(cell.status == other.status)
      #expect(cell.q == other.q)
      #expect(cell.second.effect == -other.second.effect)
      #expect(cell.second.persistentEffect == -other.second.persistentEffect)
      #expect(cell.severity == other.severity)
    }
  }

  @Test func fallingCountIsBadWhereTheSignalSaysSo() {
    var input = sampleInput(ratio: 0.4)
    #expect(jointScan(input, options: absoluteOptions).cells[0].status == .secondOnly)
    guard case .count(var tickets) = input.first else { return }
    tickets.bad = .down
    input.first = .count(tickets)
    let cell = jointScan(input, options: absoluteOptions).cells[0]
    #expect(cell.status == .compound)
    #expect(cell.first.p < 0.001)
    #expect(cell.first.effect < 0.6)
    #expect(cell.first.persistentEffect > cell.first.relativeEffect)
  }

  @Test func scaleOfTheMeanDoesNotMatter() {
    let usual = jointScan(sampleInput())
    let points = jointScan(sampleInput(scale: 100))
    for (cell, other) in zip(usual.cells, points.cells) {
      #expect(cell.status == other.status)
      #expect(abs(cell.q - other.q) < 1e-9)
      #expect(abs(100 * cell.second.effect - other.second.effect) < 1e-9)
    }
  }

  @Test func twoMeansCanBeScannedTogether() {
    var input = sampleInput()
    input.first = input.second
    let result = jointScan(input)
    #expect(result.cells[0].status == .compound)
    #expect(result.kappa > 0.3)
  }

  @Test func allCellsTogetherAreOneAbsoluteCell() {
    let all = jointScanOfAll(sampleInput(failing: Array(0..<12)), reach: 321)
    #expect(all.cells.count == 1)
    #expect(!all.isRelative)
    #expect(all.cells[0].status == .compound)
    #expect(all.cells[0].reach == 321)
    #expect(all.cells[0].rank == nil)
  }

  @Test func worstCellsAreFilledFromThoseWatchedOnly() {
    let result = jointScan(sampleInput(failing: [0, 5]))
    #expect(result.worst(1).map(\.index) == [result.cells(.compound)[0].index])
    #expect(result.worst(12).count == result.cells(.compound).count + result.cells(.watch).count)
  }

  @Test func orderOfCellsDoesNotChangeTheirVerdicts() {
    let (input, reversed) = (sampleInput(failing: [0, 5]), sampleInput(failing: [0, 5], isReversed: true))
    let (usual, other) = (jointScan(input), jointScan(reversed))
    for (cell, mirror) in zip(usual.cells, other.cells.reversed()) {
      #expect(cell.status == mirror.status)
      #expect(abs(cell.q - mirror.q) < 1e-12)
    }
    // As text, because an undefined number does not equal itself.
    #expect("\(jointScan(input))" == "\(usual)")
  }

  @Test func floodOfOneWeekIsLeftOut() {
    var input = sampleInput()
    guard case .mean(var voice) = input.second else { return }
    voice.counts[3, 18] = 300
    voice.sums[3, 18] = -250
    voice.sumsOfSquares[3, 18] = 260
    input.second = .mean(voice)
    let cell = jointScan(input).cells[3]
    #expect(cell.viralPeriod == 18)
    #expect(cell.second.current == 48)
    #expect(cell.status == .clear)
    // The customers of the flood were reached all the same.
    #expect(cell.reach > 300)
  }

  @Test func growthOfEverybodyIsNoFinding() {
    let result = jointScan(sampleInput(failing: Array(0..<12)))
    #expect(result.cells(.compound).isEmpty)
    #expect(result.commonRatio > 1.8)
    #expect(result.commonChange < -0.25)
  }

  @Test func yearEarlierComparesTheSameWeeks() {
    var options = ScanOptions()
    options.comparison = .yearEarlier(periodsInYear: 52)
    #expect(ScanWindows(periods: 60, options: options).previous == [4, 5, 6, 7])
    #expect(ScanWindows(periods: 20, options: options).previous.isEmpty)
    #expect(jointScan(sampleInput(), options: options).cells.allSatisfy { $0.status == .insufficient })
  }

  @Test func effortDividesThePriority() {
    var input = sampleInput(failing: [0, 5])
    input.reach = Array(repeating: 100, count: 12)
    let even = jointScan(input)
    input.efforts = Array(repeating: .setting, count: 12)
    input.efforts?[even.cells(.compound)[0].index] = .system
    let uneven = jointScan(input)
    #expect(even.cells(.compound).map(\.index) == uneven.cells(.compound).map(\.index).reversed())
    #expect(even.cells[0].effort == .sprint && !even.cells[0].isEffortKnown)
    #expect(uneven.cells[0].isEffortKnown)
  }

  @Test func tiesAreBrokenByReachThenOrder() {
    var cells = (0..<4).map { ScanCell(index: $0, reach: 10, effort: .setting) }
    for index in cells.indices {
      (cells[index].status, cells[index].severity) = (.compound, 40)
    }
    cells[2].severity = 40 + 1e-9
    (cells[3].reach, cells[3].severity) = (20, 20)
    rankByPriority(&cells, status: .compound)
    #expect(cells.map(\.rank) == [2, 3, 4, 1])
  }

  @Test func emptyInputsGiveEmptyAnswers() {
    let none = Grid(cells: 0, periods: 0)
    let result = jointScan(ScanInput(tickets: none, mentions: none, sum: none, sumOfSquares: none))
    #expect(result.cells.isEmpty)
    let blank = Grid(cells: 3, periods: 0)
    let blanks = jointScan(ScanInput(tickets: blank, mentions: blank, sum: blank, sumOfSquares: blank))
    #expect(blanks.cells.map(\.status) == [.insufficient, .insufficient, .insufficient])
  }

  private var absoluteOptions: ScanOptions {
    var options = ScanOptions()
    options.isRelative = false
    return options
  }
}

/// Twelve calm cells over 20 weeks; in those that fail, the last 4 weeks have more tickets and worse sentiment.
private func sampleInput(
  failing: [Int] = [0], ratio: Double = 2, scale: Double = 1, isReversed: Bool = false
) -> ScanInput {
  let (cells, periods) = (12, 20)
  var tickets = Grid(cells: cells, periods: periods)
  var (mentions, sums, squares) = (tickets, tickets, tickets)
  for place in 0..<cells {
    let cell = isReversed ? cells - 1 - place : place
    for period in 0..<periods {
      // A fixed pattern of small ups and downs instead of random numbers.
      let wave = Double((7 * cell + 11 * period + cell * period) % 13) / 12 - 0.5
      let counterWave = Double((5 * cell + 3 * period + 2 * cell * period) % 11) / 10 - 0.5
      let fails = failing.contains(cell) && period >= periods - 4
      tickets[place, period] = ((30 + Double(cell)) * (1 + 0.1 * wave) * (fails ? ratio : 1)).rounded()
      mentions[place, period] = 16
      let mean = (0.1 + 0.05 * counterWave - (fails ? 0.3 : 0)) * scale
      sums[place, period] = 16 * mean
      squares[place, period] = 16 * mean * mean + 15 * 0.2 * scale * scale
    }
  }
  let voice = MeanSignal(counts: mentions, sums: sums, sumsOfSquares: squares, range: 2 * scale)
  return ScanInput(first: .count(CountSignal(events: tickets)), second: .mean(voice))
}
