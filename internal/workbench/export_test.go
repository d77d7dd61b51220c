package workbench

const (
	CellSame    = cellSame
	CellPicture = cellPicture
	CellRefused = cellRefused
)
