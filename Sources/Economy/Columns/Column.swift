/// One attribute of all persons, households or firms, side by side in memory.
///
/// A column is the only place of the engine that touches raw memory. Within a month it is written in place,
/// through any copy of it: passes on several threads write disjoint rows. Between months it is a value: the
/// economy calls `detach` on each of its columns before it simulates a month, so that a copy taken before keeps
/// what it had. Access is checked against `count` always.
@frozen
public struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline
  final class Storage {
    @usableFromInline let base: UnsafeMutablePointer<Element>
    @usableFromInline let capacity: Int

    @usableFromInline
    init(capacity: Int) {
      base = .allocate(capacity: max(1, capacity))
      self.capacity = capacity
    }

    deinit { base.deallocate() }
  }

  @usableFromInline var storage: Storage
  @usableFromInline var base: UnsafeMutablePointer<Element>
  public private(set) var count: Int

  /// A column of equal elements.
  public init(repeating element: Element, count: Int) {
    storage = Storage(capacity: count)
    base = storage.base
    self.count = count
    base.initialize(repeating: element, count: count)
  }

  /// A column whose rows are written before they are read.
  init(unfilled count: Int) {
    storage = Storage(capacity: count)
    base = storage.base
    self.count = count
  }

  /// A column with the elements of a sequence.
  public init(_ elements: some Collection<Element>) {
    storage = Storage(capacity: elements.count)
    base = storage.base
    count = elements.count
    var index = 0
    for element in elements {
      base[index] = element
      index += 1
    }
  }

  @inlinable
  public subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "row out of the column")
      return base[index]
    }
    nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "row out of the column")
      base[index] = newValue
    }
  }

  /// Makes this copy the only owner of its memory, copying if it must.
  public mutating func detach() {
    if !isKnownUniquelyReferenced(&storage) { move(toCapacity: count) }
  }

  /// Appends a row. Other copies of the column keep the old rows.
  public mutating func append(_ element: Element) {
    if count == storage.capacity { move(toCapacity: count + count / 8 + 16) }
    base[count] = element
    count += 1
  }

  /// Fills every row.
  public func fill(_ element: Element) { base.update(repeating: element, count: count) }

  private mutating func move(toCapacity capacity: Int) {
    let old = storage
    storage = Storage(capacity: capacity)
    storage.base.update(from: old.base, count: count)
    base = storage.base
  }
}

extension Column {
  /// The rows as an array, for tests and rare work.
  public var array: [Element] { (0..<count).map { self[$0] } }
}

extension Column where Element == Int64 {
  /// The bits that any of some rows has: 0 where all are 0.
  func union(of rows: Range<Int>) -> Int64 {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "rows out of the column")
    var bits: Int64 = 0
    for row in rows { bits |= base[row] }
    return bits
  }
}
