package builtinshader

type Filter int

const (
	FilterNearest Filter = iota
	FilterLinear
	FilterPixelated
)

const FilterCount = 3

type Address int

const (
	AddressUnsafe Address = iota
	AddressClampToZero
	AddressRepeat
)

const AddressCount = 3

// ShaderSource is the name by which the shader is frozen.
func ShaderSource(filter Filter, address Address) []byte {
	return []byte{'b', byte('0' + filter), byte('0' + address)}
}

// ClearShaderSource is the name by which the shader is frozen.
const ClearShaderSource = "clear"
