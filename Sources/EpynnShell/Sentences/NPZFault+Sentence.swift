import EpynnData

extension NPZFault {
  /// What is wrong with the archive, then what would work.
  var sentence: String {
    switch self {
    case .notAnArchive: "this is no whole .npz file; np.savez writes one"
    case .damaged(let byte): "it is damaged at byte \(byte); write it anew with np.savez"
    case .zip64: "it is a ZIP64 archive, for files above 4 GB; save fewer arrays"
    case .severalDisks: "it is one part of several; np.savez writes one file"
    case .encrypted(let name): "'\(name.quoted())' in it is encrypted; save it without a password"
    case .unsupportedMethod(let name, let method):
      "'\(name.quoted())' in it is packed by method \(method); np.savez and np.savez_compressed"
        + " work"
    case .damagedEntry(let name), .wrongSize(let name, _), .wrongChecksum(let name):
      "'\(name.quoted())' in it is damaged; write it anew with np.savez"
    case .entryTooLarge(let name, let size, let limit):
      "'\(name.quoted())' in it has \(size) bytes and at most \(limit) are read"
    case .tooLarge(let limit): "its arrays have more than \(limit) bytes together, the most read"
    }
  }
}
