// Reads Kubernetes manifests from standard input into Kubernetes' own types and says what does not fit: a field that
// does not exist, one that is there twice, a value of another type. Kinds that are not Kubernetes' own are left out.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/kubernetes/scheme"
)

func main() {
	documents := yaml.NewYAMLReader(bufio.NewReader(os.Stdin))
	options := json.SerializerOptions{Yaml: true, Strict: true}
	decoder := json.NewSerializerWithOptions(json.DefaultMetaFactory, scheme.Scheme, scheme.Scheme, options)
	for {
		document, err := documents.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		if _, kind, err := decoder.Decode(document, nil, nil); err != nil && !runtime.IsNotRegisteredError(err) {
			fmt.Printf("%v: %v\n", kind, err)
		}
	}
}
