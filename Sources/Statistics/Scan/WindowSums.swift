/// Events and exposures of one cell in both windows.
struct WindowSums {
  let previous, current, previousExposure, currentExposure: Double

  init(
    previous: (events: Double, exposure: Double), current: (events: Double, exposure: Double)
  ) {
    (self.previous, previousExposure) = previous
    (self.current, currentExposure) = current
  }

  init(_ events: Grid, _ exposure: Grid, _ cell: Int, _ windows: ScanWindows) {
    previous = events.sum(cell, over: windows.previous)
    current = events.sum(cell, over: windows.current)
    previousExposure = exposure.sum(cell, over: windows.previous)
    currentExposure = exposure.sum(cell, over: windows.current)
  }

  var total: Double { previous + current }

  /// The share of the exposure that is in the current window.
  var currentShare: Double { currentExposure / (previousExposure + currentExposure) }

  /// The current events if the rate had not changed.
  var expected: Double { previous / previousExposure * currentExposure }

  /// The ratio of rates; half an event added to each count shrinks sparse cells.
  var ratio: Double { ((current + 0.5) / currentExposure) / ((previous + 0.5) / previousExposure) }
}
