import Foundation

/// The target of this process, which `FUZZ_TARGET` names.
private let target: Target = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = Target.named(name) else {
    FileHandle.standardError.write(Data("no target '\(name)' in FUZZ_TARGET\n".utf8))
    exit(2)
  }
  return target
}()

/// What libFuzzer calls first: `--prepare FOLDER` writes what it begins with, and ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  let words = (0..<Int(count.pointee)).compactMap {
    arguments.pointee[$0].map { String(cString: $0) }
  }
  guard words.count == 3, words[1] == "--prepare" else { return 0 }
  do { try Preparation.write(to: words[2]) } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(2)
  }
  exit(0)
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
