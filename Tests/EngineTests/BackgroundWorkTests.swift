import Engine
import Testing

@Suite struct `Work in the background` {
  @Test func `gives its result, as often as it is asked`() {
    let work = BackgroundWork { (1...1000).reduce(0, +) }
    #expect(work.value() == 500_500)
    #expect(work.value() == 500_500)
  }

  @Test func `goes on beside other work, each with its own result`() {
    let works = (0..<50).map { number in BackgroundWork { number * number } }
    #expect(works.map { $0.value() } == (0..<50).map { $0 * $0 })
  }
}
