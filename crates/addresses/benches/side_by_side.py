"""The same folded text in five engines, the same queries, one run: doorstep-addresses, tantivy, SQLite FTS5, PostgreSQL pg_trgm, addok with Redis.

    pip install tantivy==0.27.0 psycopg2-binary==2.9.13 addok==1.3.2
    cargo build --release -p doorstep-addresses --examples
    redis-server --port 6399 --save '' &        # Debian's; what is in it is thrown away
    python side_by_side.py EXAMPLES_DIR REGISTER.csv QUERIES.csv COUNT [POSTGRES_URL [REDIS_PORT]]

REGISTER has the columns id and address (fias_guid and official_address serve too), QUERIES has query and building_id. All engines get the
texts and queries through the library's own folding (`speed fold`), without the words for kinds of streets and houses, which help none of them:
what differs is the engine. tantivy gets a word as it is where its vocabulary has it, which it scores by BM25, and else with one typo (two from eight letters on).
addok gets each address as one document, with numbers as words like any other. Without POSTGRES_URL and REDIS_PORT their lines are left out.
Times are wall clock, best of three, in the process that asks; the library answers through `recall`, which does the same.
"""

import contextlib, csv, io, json, os, random, sqlite3, subprocess, sys, tempfile, time

examples, register, queries, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
postgres = sys.argv[5] if len(sys.argv) > 5 else None
redis_port = sys.argv[6] if len(sys.argv) > 6 else None


KINDS = "улица ул проспект пр пр-кт пр-т просп переулок пер площадь пл бульвар б-р набережная наб шоссе ш город г дом д корпус корп к строение стр литера лит санкт-петербург спб"


def fold(lines):
    keys = fold_all(lines)
    return [" ".join(word for word in line.split(" ") if word not in LEFT_OUT) or line for line in keys]


def fold_all(lines):
    done = subprocess.run([f"{examples}/speed", "fold"], input="\n".join(line.replace("\n", " ") for line in lines) + "\n", capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[: len(lines)]


LEFT_OUT = set(" ".join(fold_all(KINDS.split(" "))).split(" "))
rows = list(csv.DictReader(open(register, newline="")))
column = next(name for name in ("official_address", "address") if name in rows[0])
key = next(name for name in ("building_id", "id", "fias_guid") if name in rows[0])
ids = [row[key] for row in rows]
texts = fold([row[column] for row in rows])
asked = list(csv.DictReader(open(queries, newline="")))
asked = [row for row in asked if row.get("set") != "prefix"]
asked = random.Random(7).sample(asked, min(count, len(asked)))
folded = fold([row["query"] for row in asked])
by_text = {}
for at, text in enumerate(texts):
    by_text.setdefault(text, set()).add(ids[at])
text_of = dict(zip(ids, texts))


def measure(name, ask, note=""):
    times, first, fifth = [], 0, 0
    for row, query in zip(asked, folded):
        best, hits = 9.9, []
        for _ in range(3):
            begun = time.perf_counter()
            hits = ask(query)
            best = min(best, time.perf_counter() - begun)
        times.append(best)
        # The same record, or one with the same folded text.
        right = [ids[at] == row["building_id"] or texts[at] == text_of.get(row["building_id"]) for at in hits]
        first += right[:1] == [True]
        fifth += any(right[:5])
    times.sort()
    n = len(times)
    print(f"{name:>28}: recall@1 {first / n:.3f}, recall@5 {fifth / n:.3f}, ms p50 {times[n // 2] * 1e3:.2f}, p99 {times[int(n * 0.99)] * 1e3:.2f} {note}", flush=True)


with tempfile.TemporaryDirectory() as folder:
    with open(f"{folder}/queries.csv", "w", newline="") as file:
        out = csv.DictWriter(file, ["set", "query", "building_id"], extrasaction="ignore", lineterminator="\n")
        out.writeheader()
        out.writerows({"set": "", **row, "set": ""} for row in asked)
    done = subprocess.run([f"{examples}/recall", register, f"{folder}/queries.csv", "--best-of-three"], capture_output=True, text=True, check=True)
    lines = done.stdout.strip().split("\n")
    print(f"{len(texts)} addresses, {len(asked)} queries")
    print(f"{'doorstep-addresses':>28}: {lines[0].split(': ')[1]}; {lines[-1].split(', max')[0]}", flush=True)

    import tantivy

    schema = tantivy.SchemaBuilder().add_unsigned_field("at", stored=True).add_text_field("text", tokenizer_name="whitespace").build()
    index = tantivy.Index(schema)
    writer = index.writer(200_000_000, 1)
    for at, text in enumerate(texts):
        writer.add_document(tantivy.Document(at=at, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    vocabulary = {word for text in texts for word in text.split(" ")}

    def ask_tantivy(query, must):
        words = []
        for word in query.split(" ")[:16]:
            if word in vocabulary or word.isdigit() or len(word) < 3:
                words.append((must, tantivy.Query.term_query(schema, "text", word)))
            else:
                typos = 2 if len(word) >= 8 else 1
                words.append((must, tantivy.Query.fuzzy_term_query(schema, "text", word, distance=typos, transposition_cost_one=True, prefix=False)))
        if not words:
            return []
        hits = searcher.search(tantivy.Query.boolean_query(words), 5).hits
        return [searcher.doc(address)["at"][0] for _, address in hits]

    def ask_all_then_any(query):
        return ask_tantivy(query, tantivy.Occur.Must) or ask_tantivy(query, tantivy.Occur.Should)

    measure("tantivy, all words or any", ask_all_then_any)
    measure("tantivy, any word", lambda query: ask_tantivy(query, tantivy.Occur.Should))

    lite = sqlite3.connect(":memory:")
    lite.execute("CREATE VIRTUAL TABLE a USING fts5(text, tokenize='trigram', detail='full')")
    lite.executemany("INSERT INTO a(rowid, text) VALUES (?, ?)", enumerate(texts))

    def ask_sqlite(query):
        grams = {f'"{query[at:at + 3]}"' for at in range(len(query) - 2)}
        found = lite.execute("SELECT rowid FROM a WHERE a MATCH ? ORDER BY rank LIMIT 5", (" OR ".join(sorted(grams)),)).fetchall() if grams else []
        return [row[0] for row in found]

    everything = asked, folded
    asked, folded = asked[: max(20, count // 10)], folded[: max(20, count // 10)]
    measure("SQLite FTS5 trigram", ask_sqlite, f"({len(asked)} of the queries)")
    asked, folded = everything

    if postgres:
        import psycopg2

        link = psycopg2.connect(postgres)
        cursor = link.cursor()
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm; DROP TABLE IF EXISTS side_by_side; CREATE TABLE side_by_side(at int, text text)")
        cursor.copy_from(io.StringIO("".join(f"{at}\t{text}\n" for at, text in enumerate(texts))), "side_by_side")
        cursor.execute("CREATE INDEX ON side_by_side USING gist (text gist_trgm_ops(siglen=64)); ANALYZE side_by_side")
        link.commit()

        def ask_postgres(query):
            cursor.execute("SELECT at FROM side_by_side ORDER BY text <-> %s LIMIT 5", (query,))
            return [row[0] for row in cursor.fetchall()]

        measure("PostgreSQL pg_trgm GiST", ask_postgres)
        cursor.execute("DROP TABLE side_by_side")
        link.commit()

    if redis_port:
        os.environ.update(REDIS_HOST="127.0.0.1", REDIS_PORT=redis_port)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            from addok.config import config

            config.load()
            config.INDEX_EDGE_NGRAMS = False
            from addok.batch import batch
            from addok.core import search
            from addok.db import DB
            from addok.ds import DS

            DB.flushdb(), DS.flushdb()
            batch(json.dumps({"id": str(at), "type": "street", "name": text, "importance": 0.1, "lat": 0, "lon": 0}) for at, text in enumerate(texts))

        def ask_addok(query):
            return [int(hit.id) for hit in search(query, limit=5)]

        measure("addok with Redis", ask_addok)
        DB.flushdb(), DS.flushdb()
