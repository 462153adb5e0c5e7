import EpynnCore

extension Consequence {
  /// What the person is told of it.
  var sentence: String {
    switch self {
    case .wentBack(let stop):
      "\(stop.label) had read it: back to just before that step"
    case .changed(let stop):
      "\(stop.label) ran as it was before: back to just before that step"
    case .drawnAnew(let weights, let turnedFits):
      "W \(weights) and b are drawn anew"
        + (turnedFits ? "; turned over X fits W as it was: 'back', then 'X = [[…]].T'" : "")
    case .redrawn(let weights):
      "W \(weights) is drawn anew"
    case .targetDoesNotFit(let shape, let output, _) where shape.transposed == output:
      "Y \(shape) does not fit A \(output) yet; turned over it does: 'Y = Y.T'"
    case .targetDoesNotFit(let shape, let output, true):
      "Y \(shape) does not fit A \(output) yet; \(TensorMisfit.seemInColumns) 'X = X.T', then"
        + " 'Y = Y.T' ('help columns')"
    case .targetDoesNotFit(let shape, let output, false):
      "Y \(shape) does not fit A \(output) yet: set another before the step 'loss'"
    case .givenDoesNotFit(let shape, let output):
      "dA \(shape) does not fit A \(output) yet: set another before backward (1)"
    case .labelsRead(let classes):
      "Y held class numbers; it is one-hot now, a row a sample with a 1 at its class, (m, \(classes))"
    case .drivenByGiven:
      "backward (1) starts from this dA now; 'loss' is passed over until Y or a loss is set"
    case .drivenByLoss:
      "backward (1) starts from Y and the loss again, no longer from the dA that was given"
    case .trainingOver:
      "the training in progress is over; X and Y are the whole training set again"
    case .beganAgain:
      "the iteration begins again with the new layer"
    case .exampleReplaced(let targetDropped):
      "it takes the place of the example's layer"
        + (targetDropped ? ", and the example's Y went with it" : "")
    }
  }
}
