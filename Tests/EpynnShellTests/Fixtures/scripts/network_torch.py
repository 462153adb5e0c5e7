# One iteration of a network of Dense layers, with the numbers that it had in epynn-repl;
# PyTorch finds the gradients. 'torchrun --nproc-per-node 2' in place of 'python' shares the
# samples out among processes, on GPUs where there is one for each.
# network
import gc
import os

import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader

# The processes, and where this one computes.
world = int(os.environ.get("WORLD_SIZE", 1))
process = int(os.environ.get("RANK", 0))
local = int(os.environ.get("LOCAL_RANK", 0))
neighbours = int(os.environ.get("LOCAL_WORLD_SIZE", 1))
on_gpu = torch.cuda.is_available() and torch.cuda.device_count() >= neighbours
device = torch.device("cuda", local) if on_gpu else torch.device("cpu")
if on_gpu:
    torch.cuda.set_device(device)
if world > 1:
    dist.init_process_group("nccl" if on_gpu else "gloo")


# The numbers: one sample a row.
def matrix(rows):
    return torch.tensor(rows, dtype=torch.float64, device=device)


X = matrix([[0.1, -0.2],
            [1.0, 0.30000000000000004],
            [0.0, 2e-07]])
Y = matrix([[1.0, 0.0],
            [0.0, 1.0],
            [1.0, 0.0]])
count = len(X)


# What PyTorch has otherwise.
def where(condition, x, y):
    x, y = (torch.as_tensor(value, dtype=torch.float64) for value in (x, y))
    return torch.where(condition, x.to(condition.device), y.to(condition.device))


def maximum(x, y):
    x, y = (torch.as_tensor(value, dtype=torch.float64) for value in (x, y))
    return torch.maximum(x, y)


def clipping(*gradients):
    norm = sum(torch.sum((gradient + 1e-16)**2) for gradient in gradients)**0.5
    return min(1.0, 0.25 / (float(norm) + 1e-16))


class Own1(torch.autograd.Function):
    @staticmethod
    def forward(context, z):
        context.save_for_backward(z)
        return maximum(z, 0) * z + 0 * z

    @staticmethod
    def backward(context, dA):
        z, = context.saved_tensors
        return dA * (where(z > 0, 1, 0) * z + maximum(z, 0))


own1 = Own1.apply


# The network: its layers, forward.
class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.W1 = torch.nn.Parameter(matrix([[1.0, 0.5, -1.0],
                                             [2.0, 1.0, 0.0]]))
        self.b1 = torch.nn.Parameter(matrix([[0.0, 0.0, 0.0]]))
        self.W2 = torch.nn.Parameter(matrix([[1.0, 0.0],
                                             [0.5, 1.0],
                                             [-1.0, 2.0]]))
        self.W3 = torch.nn.Parameter(matrix([[1.0, -1.0],
                                             [0.25, 0.0]]))
        self.b3 = torch.nn.Parameter(matrix([[0.0, 0.0]]))

    def forward(self, X):
        Z1 = X @ self.W1 + self.b1
        A1 = own1(Z1)
        X2 = A1
        Z2 = X2 @ self.W2
        A2 = F.leaky_relu(Z2, 0.2)
        X3 = A2
        Z3 = X3 @ self.W3 + self.b3
        A3 = torch.softmax(Z3 / 0.5, dim=1)
        return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2, "Z3": Z3, "A3": A3}


def CCE(y, a):
    return torch.sum(-y * torch.log(a + 1e-16), dim=1, keepdim=True)


def objective(loss, m):
    # DDP takes the mean over the processes.
    return torch.sum(loss) * world / m


network = Network().to(device)
model = network
if world > 1:
    model = DistributedDataParallel(network, device_ids=[local] if on_gpu else None)


# The update.
rate1 = 0.1
rate2 = 0.05
rate3 = 0.1


@torch.no_grad()
def update(m):
    network.W1.copy_(network.W1 - rate1 * (clipping(network.W1.grad, network.b1.grad) * network.W1.grad))
    network.W2.copy_(network.W2 - rate2 * (clipping(network.W2.grad) * network.W2.grad))
    network.W3.copy_(network.W3 - rate3 * (clipping(network.W3.grad, network.b3.grad) * network.W3.grad))
    network.b3.copy_(network.b3 - rate3 * (clipping(network.W3.grad, network.b3.grad) * network.b3.grad))


# What was computed here is what was computed there.
def same(found, expected):
    assert found.shape == expected.shape, (found.shape, expected.shape)
    finite = expected[torch.isfinite(expected)].abs().tolist()
    size = max([1.0] + finite)
    torch.testing.assert_close(
        found.detach(), expected, rtol=1e-12, atol=1e-12 * size, equal_nan=True)


# The iteration that was stepped through, on this process's samples.
rows = torch.arange(process, count, world, device=device)
found = model(X[rows])
same(found["Z1"], matrix([[-0.30000000000000004, -0.15000000000000002, -0.1],
                          [1.6, 0.8, -1.0],
                          [4e-07, 2e-07, 0.0]])[rows])
same(found["A1"], matrix([[-0.0, -0.0, -0.0],
                          [2.5600000000000005, 0.6400000000000001, -0.0],
                          [1.5999999999999997e-13, 3.9999999999999994e-14, 0.0]])[rows])
same(found["Z2"], matrix([[0.0, 0.0],
                          [2.880000000000001, 0.6400000000000001],
                          [1.7999999999999997e-13, 3.9999999999999994e-14]])[rows])
same(found["A2"], matrix([[0.0, 0.0],
                          [2.880000000000001, 0.6400000000000001],
                          [1.7999999999999997e-13, 3.9999999999999994e-14]])[rows])
same(found["Z3"], matrix([[0.0, 0.0],
                          [3.040000000000001, -2.880000000000001],
                          [1.8999999999999997e-13, -1.7999999999999997e-13]])[rows])
same(found["A3"], matrix([[0.5, 0.5],
                          [0.9999927897519977, 7.210248002261701e-06],
                          [0.500000000000185, 0.499999999999815]])[rows])
loss = CCE(Y[rows], found["A3"])
same(loss, matrix([[0.6931471805599451],
                   [11.840007210260131],
                   [0.6931471805595751]])[rows])
objective(loss, count).backward()
same(network.W3.grad, matrix([[1.9199861562971472, -1.9199861562971472],
                              [0.42666359028825496, -0.42666359028825496]]))
same(network.b3.grad, matrix([[-4.80684112413865e-06, 4.80684112413865e-06]]))
same(network.W2.grad, matrix([[3.4133087223060397, 0.42666359028825496],
                              [0.8533271805765099, 0.10666589757206374],
                              [0.0, 0.0]]))
same(network.W1.grad, matrix([[4.266635902882682, 1.333323719650838, 0.0],
                              [1.279990770864698, 0.3999971158952182, 0.0]]))
same(network.b1.grad, matrix([[4.266635369549349, 1.3333235529841714, 0.0]]))
update(count)
same(network.W1, matrix([[0.9834943088558753, 0.494841971517461, -1.0],
                         [1.995048292656763, 0.9984525914552385, 0.0]]))
same(network.b1, matrix([[0.0, 0.0, 0.0]]))
same(network.W2, matrix([[0.9879668632480763, -0.0015041420939904673],
                         [0.49699171581201906, 0.9996239644765024],
                         [-1.0, 2.0]]))
same(network.W3, matrix([[0.9827432877509857, -0.9827432877509857],
                         [0.2461651750557746, 0.0038348249442254]]))
same(network.b3, matrix([[4.320357927265767e-08, -4.320357927265767e-08]]))
if process == 0:
    print("all numbers agree")


# On with training; a batch may be smaller, and an incomplete one is left out.
batch = count


class Batches:
    """Which samples of each batch are this process's."""

    def __len__(self):
        return count // batch

    def __iter__(self):
        for start in range(0, len(self) * batch, batch):
            yield list(range(start, start + batch))[process::world]


def samples(rows):
    rows = torch.tensor(rows, dtype=torch.long, device=device)
    return X[rows], Y[rows]


loader = DataLoader(range(count), batch_sampler=Batches(), collate_fn=samples)
for epoch in range(10):
    total = matrix(0.0)
    for x, y in loader:
        loss = CCE(y, model(x)["A3"])
        network.zero_grad()
        objective(loss, batch).backward()
        update(batch)
        total += loss.detach().sum()
    if world > 1:
        dist.all_reduce(total)
    if process == 0:
        print(f"epoch {epoch}  cost {total.item() / (len(loader) * batch)!r}")


if world > 1:
    # Whatever holds on to the processes' group ends before it, while Python still runs.
    model = found = loss = None
    gc.collect()
    dist.destroy_process_group()
