import Foundation

/// What a run of the fuzzer begins with, made of the program's tables.
///
/// For each target a dictionary `NAME.dict`, a folder of seeds `NAME/`, and in `targets` a line with
/// its name, the most bytes of an input, and the folders of further seeds.
enum Preparation {
  static func write(to folder: String) throws {
    let place = URL(fileURLWithPath: folder)
    for target in Target.all {
      let seeds = place.appendingPathComponent(target.name)
      try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
      for (number, seed) in target.seeds().enumerated() {
        try Data(seed).write(to: seeds.appendingPathComponent("seed-\(number)"))
      }
      let words = Set(target.dictionary()).sorted().filter { !$0.isEmpty }.map(spelled)
      // An empty one would be refused.
      try Data(("# \(target.name)\n" + words.joined()).utf8).write(
        to: place.appendingPathComponent("\(target.name).dict"))
    }
    let lines = Target.all.map {
      ([$0.name, "\($0.maximumLength)"] + $0.fixtures).joined(separator: " ") + "\n"
    }
    try Data(lines.joined().utf8).write(to: place.appendingPathComponent("targets"))
  }

  /// A word as libFuzzer's dictionaries have it.
  private static func spelled(_ word: String) -> String {
    let bytes = word.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\\(Character(Unicode.Scalar(byte)))"
      case 0x20...0x7E: String(Character(Unicode.Scalar(byte)))
      default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return "\"\(bytes.joined())\"\n"
  }
}
