# All images for several machines: docker buildx bake -f deploy/docker/docker-bake.hcl --push (with REGISTRY and VERSION).
variable "REGISTRY" { default = "" }
variable "VERSION" { default = "0.1.0" }
variable "REVISION" { default = "unknown" }

group "default" { targets = ["image"] }

target "image" {
  matrix = {
    name = ["migrate", "seed", "product", "inventory", "cart", "payment", "order", "notification", "recommendation",
      "psp-simulator", "control-room", "gateway"]
  }
  name       = name
  target     = name
  context    = "."
  dockerfile = "deploy/docker/Dockerfile"
  platforms  = ["linux/amd64", "linux/arm64"]
  args       = { VERSION = VERSION, REVISION = REVISION }
  tags       = ["${REGISTRY}tradewind/${name}:${VERSION}"]
}
