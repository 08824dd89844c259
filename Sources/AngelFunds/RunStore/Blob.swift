internal import Foundation
import Stochastics

/// Plain numbers as bytes and back; little-endian, as every machine that runs this is.
enum Blob {
  static func data<Value: BitwiseCopyable>(_ values: UnsafeBufferPointer<Value>) -> Data {
    Data(buffer: values)
  }

  static func data<Value: BitwiseCopyable>(_ values: [Value]) -> Data {
    values.withUnsafeBufferPointer { Data(buffer: $0) }
  }

  static func values<Value: BitwiseCopyable>(_ data: Data, of type: Value.Type) -> [Value] {
    let count = data.count / MemoryLayout<Value>.stride
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      _ = data.copyBytes(to: buffer)
      initialized = count
    }
  }

  /// XXH64 of bytes, begun with their place in the store, so that bytes of another place do not
  /// pass for those of this one.
  static func checksum(of data: Data, place: UInt64) -> Int64 {
    data.withUnsafeBytes { checksum(of: $0, place: place) }
  }

  static func checksum(of bytes: UnsafeRawBufferPointer, place: UInt64) -> Int64 {
    Int64(bitPattern: XXHash64.value(of: bytes, seed: place))
  }
}
