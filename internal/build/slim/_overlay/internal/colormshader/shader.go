package colormshader

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

const (
	UniformColorMBody        = "ColorMBody"
	UniformColorMTranslation = "ColorMTranslation"
)

// ShaderSource is the name by which the shader is frozen.
func ShaderSource(filter Filter, address Address) []byte {
	return []byte{'c', byte('0' + filter), byte('0' + address)}
}
