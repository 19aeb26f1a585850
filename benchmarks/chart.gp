# gnuplot -e "data='decisions.dat'; chart='decisions.svg'" chart.gp
set terminal svg size 800,480 font "sans-serif,13" background "white" name "decisions"
set output chart
set title "One decision, random targets"
set xlabel "Access Control Object Instances"
set ylabel "nanoseconds"
set logscale xy
set xtics ("8" 8, "64" 64, "1,024" 1024, "16,384" 16384, "65,535" 65535)
set format y "%.0f"
set grid ytics lc rgb "#dddddd"
set key top left reverse Left noenhanced autotitle columnhead
set linetype 1 lc rgb "#c0392b" lw 4
set linetype 2 lc rgb "#7f8c8d" lw 2
set linetype 3 lc rgb "#b07d2b" lw 2
set linetype 4 lc rgb "#2e6da4" lw 2
set linetype 5 lc rgb "#3f8f4f" lw 2
set linetype 6 lc rgb "#7a4fa0" lw 2
plot for [column=2:7] data using 1:column with linespoints lt column-1 pt 7 ps 0.6
