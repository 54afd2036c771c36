import CADBC
import Foundation
import Synchronization
import Testing

@testable import Engine

/// Counts how often the structures of a made-up stream are released.
private final class Releases: Sendable {
  let stream = Mutex(0)
  let schema = Mutex(0)
  let array = Mutex(0)

  var all: [Int] { [stream.withLock { $0 }, schema.withLock { $0 }, array.withLock { $0 }] }
}

/// What a made-up stream keeps: the counters, and how many batches it still has.
private final class FakeStream {
  let releases: Releases
  var batches: Int
  let failsAtEnd: Bool

  init(_ releases: Releases, batches: Int, failsAtEnd: Bool) {
    self.releases = releases
    self.batches = batches
    self.failsAtEnd = failsAtEnd
  }

  /// Fills a stream of integers 0, 1, … with one row a batch, each at the offset 1 of its buffer.
  static func start(_ stream: ArrowStream, _ fake: FakeStream) {
    let owner = Unmanaged.passRetained(fake)
    stream.pointer.pointee.private_data = owner.toOpaque()
    stream.pointer.pointee.get_schema = { stream, out in
      guard let fake = state(stream?.pointee.private_data) else { return 22 }
      describe(out, fake)
      return 0
    }
    stream.pointer.pointee.get_next = { stream, out in
      guard let fake = state(stream?.pointee.private_data) else { return 22 }
      if fake.batches == 0 { return fake.failsAtEnd ? 5 : 0 }
      fake.batches -= 1
      fill(out, fake)
      return 0
    }
    stream.pointer.pointee.get_last_error = { _ in UnsafePointer(strdup("the disk is full")) }
    stream.pointer.pointee.release = { stream in
      guard let owner = stream?.pointee.private_data else { return }
      Unmanaged<FakeStream>.fromOpaque(owner).takeRetainedValue().releases.stream.withLock { $0 += 1 }
      stream?.pointee.release = nil
    }
  }
}

private func state(_ pointer: UnsafeMutableRawPointer?) -> FakeStream? {
  pointer.map { Unmanaged<FakeStream>.fromOpaque($0).takeUnretainedValue() }
}

/// Describes rows of one integer.
private func describe(_ schema: UnsafeMutablePointer<ArrowSchema>?, _ fake: FakeStream) {
  let child = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
  child.initialize(to: ArrowSchema())
  child.pointee.format = UnsafePointer(strdup("i"))
  child.pointee.name = UnsafePointer(strdup("n"))
  let children = UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>.allocate(capacity: 1)
  children.initialize(to: child)
  schema?.pointee = ArrowSchema()
  schema?.pointee.format = UnsafePointer(strdup("+s"))
  schema?.pointee.children = children
  schema?.pointee.n_children = 1
  schema?.pointee.private_data = Unmanaged.passRetained(fake).toOpaque()
  schema?.pointee.release = { schema in
    guard let schema, let owner = schema.pointee.private_data else { return }
    Unmanaged<FakeStream>.fromOpaque(owner).takeRetainedValue().releases.schema.withLock { $0 += 1 }
    schema.pointee.release = nil
  }
}

/// Makes a batch of one row; the record begins at its second row, its child one row later still.
private func fill(_ array: UnsafeMutablePointer<ArrowArray>?, _ fake: FakeStream) {
  let children = UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>.allocate(capacity: 1)
  children.initialize(to: integers([-1, -2, Int32(fake.batches)], offset: 1))
  array?.pointee = ArrowArray()
  array?.pointee.length = 1
  array?.pointee.offset = 1
  array?.pointee.children = children
  array?.pointee.n_children = 1
  array?.pointee.private_data = Unmanaged.passRetained(fake).toOpaque()
  array?.pointee.release = { array in
    guard let array, let owner = array.pointee.private_data else { return }
    Unmanaged<FakeStream>.fromOpaque(owner).takeRetainedValue().releases.array.withLock { $0 += 1 }
    array.pointee.release = nil
  }
}

private func integers(_ numbers: [Int32], offset: Int64) -> UnsafeMutablePointer<ArrowArray> {
  let values = UnsafeMutableBufferPointer<Int32>.allocate(capacity: numbers.count)
  _ = values.initialize(from: numbers)
  let buffers = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: 2)
  buffers.initialize(to: nil)
  (buffers + 1).initialize(to: UnsafeRawPointer(values.baseAddress))
  let array = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
  array.initialize(to: ArrowArray())
  array.pointee.length = Int64(numbers.count) - offset
  array.pointee.offset = offset
  array.pointee.buffers = buffers
  array.pointee.n_buffers = 2
  return array
}

@Suite struct ReleaseTests {
  private func read(
    batches: Int, failsAtEnd: Bool, stopAfter: Int = .max
  ) -> (cells: [Cell], error: EngineError?, releases: [Int]) {
    let releases = Releases()
    var cells: [Cell] = []
    var failure: EngineError?
    do throws(EngineError) {
      let stream = ArrowStream()
      FakeStream.start(stream, FakeStream(releases, batches: batches, failsAtEnd: failsAtEnd))
      let reader = try stream.readers()
      while cells.count < stopAfter, let batch = try stream.next() {
        try reader.append(batch)
        cells += reader.finish().row(0)
      }
    } catch {
      failure = error
    }
    return (cells, failure, releases.all)
  }

  @Test func `A stream read to its end releases everything once`() {
    let (cells, error, releases) = read(batches: 3, failsAtEnd: false)
    #expect(cells == [.int(2), .int(1), .int(0)])
    #expect(error == nil)
    #expect(releases == [1, 1, 3])
  }

  @Test func `A stream left early releases everything once`() {
    let (cells, _, releases) = read(batches: 3, failsAtEnd: false, stopAfter: 2)
    #expect(cells == [.int(2), .int(1)])
    #expect(releases == [1, 1, 2])
  }

  @Test func `A stream that breaks off releases everything once and says why`() {
    let (cells, error, releases) = read(batches: 1, failsAtEnd: true)
    #expect(cells == [.int(0)])
    #expect(error == EngineError(kind: .runtime, message: "the disk is full"))
    #expect(releases == [1, 1, 1])
  }

  @Test func `A stream that was never filled in is released without harm`() {
    #expect(throws: Never.self) { _ = try ArrowStream().next() }
  }
}
