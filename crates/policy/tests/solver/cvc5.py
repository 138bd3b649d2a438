# The wheel of cvc5 holds the solver as a library. This answers SMT-LIB on standard input, a command at a time, as its program does.
import re
import sys

import cvc5

NOT_SYNTAX = re.compile(r'"[^"]*"|\|[^|]*\||;[^\n]*')


def fresh():
    solver = cvc5.Solver()
    for argument in sys.argv[1:]:
        if argument.startswith("--tlimit="):
            solver.setOption("tlimit", argument.removeprefix("--tlimit="))
    symbols = cvc5.SymbolManager(solver)
    return solver, symbols, cvc5.InputParser(solver, symbols)


solver, symbols, parser = fresh()
text = ""
for line in sys.stdin:
    text += line
    syntax = NOT_SYNTAX.sub("", text)
    if syntax.count("(") > syntax.count(")"):
        continue
    if syntax.strip() == "(reset)":
        solver, symbols, parser = fresh()
    else:
        parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "stdin")
        while not (command := parser.nextCommand()).isNull():
            print(command.invoke(solver, symbols), end="", flush=True)
    text = ""
