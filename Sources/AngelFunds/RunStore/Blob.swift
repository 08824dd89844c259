internal import Foundation

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
}
