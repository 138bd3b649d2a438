# The wheel of cvc5 holds the solver as a library. This answers SMT-LIB on standard input, a line at a time, as its program does.
import sys

import cvc5


def fresh():
    solver = cvc5.Solver()
    for argument in sys.argv[1:]:
        if argument.startswith("--tlimit="):
            solver.setOption("tlimit", argument.removeprefix("--tlimit="))
    symbols = cvc5.SymbolManager(solver)
    return solver, symbols, cvc5.InputParser(solver, symbols)


solver, symbols, parser = fresh()
for line in sys.stdin:
    if line.strip() == "(reset)":
        solver, symbols, parser = fresh()
        continue
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, line, "stdin")
    while not (command := parser.nextCommand()).isNull():
        print(command.invoke(solver, symbols), end="", flush=True)
