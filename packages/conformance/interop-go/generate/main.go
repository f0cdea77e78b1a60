// Generate writes the Go messages of ../generated from the files of proto/ailee/v1, without protoc:
//
//	cd packages/conformance/interop-go/generate && go run . [folder]
//
// It is a module of its own, so that the worker does not depend on a compiler.
package main

import (
	"context"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/bufbuild/protocompile"
	"github.com/bufbuild/protocompile/protoutil"
	"google.golang.org/protobuf/cmd/protoc-gen-go/internal_gengo"
	"google.golang.org/protobuf/compiler/protogen"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/pluginpb"
)

const (
	protoFolder = "../../../../proto"
	goPackage   = "interop-go/generated"
)

// Every file after the ones it imports, as a plugin of protoc gets them.
var files = []string{
	"ailee/v1/envelope.proto",
	"ailee/v1/auction.proto", "ailee/v1/receipt.proto", "ailee/v1/task.proto", "ailee/v1/blob.proto", "ailee/v1/gossip.proto",
}

func main() {
	log.SetFlags(0)
	outputFolder := "../generated"
	if len(os.Args) > 1 {
		outputFolder = os.Args[1]
	}
	compiler := protocompile.Compiler{
		Resolver:       &protocompile.SourceResolver{ImportPaths: []string{protoFolder}},
		SourceInfoMode: protocompile.SourceInfoStandard,
	}
	linked, err := compiler.Compile(context.Background(), files...)
	if err != nil {
		log.Fatal(err)
	}
	var descriptors []*descriptorpb.FileDescriptorProto
	var places []string
	for _, file := range linked {
		descriptors = append(descriptors, protoutil.ProtoFromFileDescriptor(file))
		places = append(places, "M"+file.Path()+"="+goPackage)
	}
	plugin, err := protogen.Options{}.New(&pluginpb.CodeGeneratorRequest{
		FileToGenerate: files,
		Parameter:      proto.String(strings.Join(places, ",")),
		ProtoFile:      descriptors,
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, file := range plugin.Files {
		internal_gengo.GenerateFile(plugin, file)
	}
	for _, file := range plugin.Response().File {
		path := filepath.Join(outputFolder, filepath.Base(file.GetName()))
		if err := os.WriteFile(path, []byte(file.GetContent()), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
