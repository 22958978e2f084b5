// Check a ledger from the files that it serves, by golang.org/x/mod/sumdb: `go run with_go.go FOLDER`.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type folder string

func (f folder) Height() int { return 8 }

// ReadTiles reads tiles where C2SP tlog-tiles puts them: without the height, which is always 8.
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		content, err := os.ReadFile(f.at("tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")))
		if err != nil {
			return nil, err
		}
		data = append(data, content)
	}
	return data, nil
}

func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (f folder) at(path string) string { return filepath.Join(string(f), path) }

func (f folder) read(path string) string {
	content, err := os.ReadFile(f.at(path))
	must(err)
	return string(content)
}

type proof struct {
	Index, Size int64
	OldSize     int64  `json:"old_size"`
	NewSize     int64  `json:"new_size"`
	LeafHash    string `json:"leaf_hash"`
	Path        []string
}

func main() {
	served := folder(os.Args[1])
	verifier, err := note.NewVerifier(strings.TrimSpace(served.read("key")))
	must(err)
	signed, err := note.Open([]byte(served.read("checkpoint")), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)

	// The reader checks every tile it is given against this root.
	tree := tlog.Tree{N: size, Hash: hash(lines[2])}
	hashes := tlog.TileHashReader(tree, served)
	for _, p := range proofs(served.read("inclusion.json")) {
		root, err := tlog.TreeHash(p.Size, hashes)
		must(err)
		must(tlog.CheckRecord(path(p), p.Size, root, p.Index, hash(p.LeafHash)))
		made, err := tlog.ProveRecord(p.Size, p.Index, hashes)
		must(err)
		same(made, path(p))
	}
	for _, p := range proofs(served.read("consistency.json")) {
		older, err := tlog.TreeHash(p.OldSize, hashes)
		must(err)
		newer, err := tlog.TreeHash(p.NewSize, hashes)
		must(err)
		must(tlog.CheckTree(path(p), p.NewSize, newer, p.OldSize, older))
	}
	fmt.Println(size, "leaves")
}

func proofs(text string) (list []proof) {
	must(json.Unmarshal([]byte(text), &list))
	return list
}

func path(p proof) []tlog.Hash {
	var steps []tlog.Hash
	for _, step := range p.Path {
		steps = append(steps, hash(step))
	}
	return steps
}

func hash(text string) (h tlog.Hash) {
	content, err := base64.StdEncoding.DecodeString(text)
	must(err)
	copy(h[:], content)
	return h
}

func same(one, other []tlog.Hash) {
	if fmt.Sprint(one) != fmt.Sprint(other) {
		log.Fatal("the proofs differ")
	}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
